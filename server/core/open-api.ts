import { type Env, Hono } from "hono";
import { generateSpecs } from "hono-openapi";
import type { OpenAPIV3_1 } from "openapi-types";
import type { VisitorEnv } from "./context.ts";

/** Events that the hub posts to webhooks, as OpenAPI says them. */
type Hooks = NonNullable<OpenAPIV3_1.Document["webhooks"]>;

export const METHODS = ["get", "post", "put", "patch", "delete"] as const;
const TAGS = {
  "With a key": "Released: it is only added to. Every request carries a key that an admin makes at the desk.",
  "For readers": "Released: it is only added to. No key is needed; limits count by address.",
  "The hub’s own": "What the hub’s own pages call. It changes with them.",
};
type Tag = keyof typeof TAGS;

/** What anybody may rely on who reads the hub from a program of their own. */
const FOR_READERS = /^\/(search|searches|ask|ask\/about|answers\/.*|votes|signals|status|status\/events|escalations)$/;
const tagOf = (path: string): Tag =>
  path.startsWith("/v1/") ? "With a key" : FOR_READERS.test(path) ? "For readers" : "The hub’s own";

/** Whether a tag's operations are only ever added to (docs/adr/0031). */
export const isReleased = (tag: string | undefined): boolean => tag === "With a key" || tag === "For readers";

export type ReadApi = () => Promise<OpenAPIV3_1.Document>;

/** Reads once what `api` is made of; the answer is the same from then on. */
export function describeApi<E extends Env>(api: Hono<E>, describeHooks: () => Hooks): ReadApi {
  let document: Promise<OpenAPIV3_1.Document> | undefined;
  return () => (document ??= writeDocument(api, describeHooks()));
}

/** `GET /openapi.json`: OpenAPI 3.1 of the API, made of the schemas that its routes check with. */
export const openApiRoutes = (read: () => Promise<unknown>) =>
  new Hono<VisitorEnv>().get("/openapi.json", async (c) => c.json(await read()));

async function writeDocument<E extends Env>(api: Hono<E>, webhooks: Hooks): Promise<OpenAPIV3_1.Document> {
  const made = await generateSpecs(api, {
    documentation: {
      info: {
        title: "Handrail",
        version: "1",
        description: "What the hub’s own pages call, and what scripts, products and agents may.",
      },
      servers: [{ url: "/api" }],
      tags: Object.entries(TAGS).map(([name, description]) => ({ name, description })),
      components: { securitySchemes: { key: { type: "http", scheme: "bearer", bearerFormat: "hr_…" } } },
    },
    defaultValidationErrorResponse: false,
  });
  // hono-openapi types its document as a looser one than OpenAPI 3.1, which it writes
  const document = made as OpenAPIV3_1.Document;
  for (const [path, item] of Object.entries(document.paths ?? {})) {
    const tag = tagOf(path);
    for (const method of METHODS) {
      const operation = item?.[method];
      if (!operation) continue;
      operation.tags = [tag];
      if (tag === "With a key") operation.security ??= [{ key: [] }];
    }
  }
  return { ...document, webhooks };
}
