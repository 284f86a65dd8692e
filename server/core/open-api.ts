import { Hono } from "hono";
import { generateSpecs } from "hono-openapi";
import type { VisitorEnv } from "./context.ts";

/** `GET /openapi.json`: OpenAPI 3.1 of `api`, made of the schemas that its routes check with. */
export function openApiRoutes<E extends VisitorEnv>(api: Hono<E>) {
  let document: Promise<unknown> | undefined;
  return new Hono<VisitorEnv>().get("/openapi.json", async (c) => {
    document ??= generateSpecs(api, {
      documentation: {
        info: {
          title: "Handrail",
          version: "1",
          description: "What the hub's own pages call; scripts and agents may too.",
        },
        servers: [{ url: "/api" }],
      },
      defaultValidationErrorResponse: false,
    });
    return c.json(await document);
  });
}
