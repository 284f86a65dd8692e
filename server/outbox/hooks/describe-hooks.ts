import type { OpenAPIV3_1 } from "openapi-types";
import { z } from "zod";
import { hookBody } from "./hook-events.ts";
import { HOOK_EVENT_NAMES, HOOK_EVENTS } from "./hook-events.values.ts";

/** Every event as OpenAPI says what is posted. */
export const describeHooks = (): NonNullable<OpenAPIV3_1.Document["webhooks"]> =>
  Object.fromEntries(
    HOOK_EVENT_NAMES.map((name) => {
      const { $schema: _, ...schema } = z.toJSONSchema(hookBody(name), { io: "output" });
      const responses = {
        "2XX": { description: "Taken. Anything else is tried again for about two and a half days." },
      };
      const requestBody = { required: true, content: { "application/json": { schema } } };
      // zod writes JSON Schema 2020-12, which is what OpenAPI 3.1 takes, though their types do not know each other
      return [name, { post: { summary: HOOK_EVENTS[name], requestBody, responses } } as OpenAPIV3_1.PathItemObject];
    }),
  );
