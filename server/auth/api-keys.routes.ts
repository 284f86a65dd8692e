import { Hono } from "hono";
import type { Db } from "#db/database.ts";
import type { Clock } from "#server/core/clock.ts";
import { describe, jsonBody } from "#server/core/validate.ts";
import { listApiKeys, makeApiKey, revokeApiKey } from "./api-keys.ts";
import { ApiKeyInput, ApiKeys, NewApiKey } from "./api-keys.schema.ts";
import type { Auth } from "./auth.ts";
import { requireStaff, type StaffEnv } from "./staff.ts";

/** Keys of the public API, for admins. */
export function apiKeyRoutes(deps: { auth: Auth; db: Db; clock: Clock }) {
  const admin = requireStaff(deps.auth, "admin");
  return new Hono<StaffEnv>()
    .basePath("/desk")
    .get("/api-keys", admin, describe("Keys of the API, the newest first", { 200: ApiKeys }), async (c) =>
      c.json({ keys: await listApiKeys(deps) }),
    )
    .post(
      "/api-keys",
      admin,
      describe("Make a key; it is told this once", { 201: NewApiKey }),
      jsonBody(ApiKeyInput),
      async (c) => {
        return c.json(await makeApiKey(deps, c.get("staff"), c.req.valid("json")), 201);
      },
    )
    .delete("/api-keys/:id", admin, describe("Revoke a key", { 204: "Revoked" }), async (c) => {
      await revokeApiKey(deps, c.get("staff"), c.req.param("id"));
      return c.body(null, 204);
    });
}
