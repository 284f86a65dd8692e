import { Hono, type MiddlewareHandler } from "hono";
import type { StaffEnv } from "#server/auth/staff.ts";
import { AppError } from "#server/core/errors.ts";
import { streamText } from "#server/core/stream-text.ts";
import { describe, jsonBody } from "#server/core/validate.ts";
import { saveAs } from "#server/core/save-as.ts";
import { listRetention } from "./list-retention.ts";
import { openPrivacy, type PrivacyDeps } from "./open-privacy.ts";
import { AddressInput, EraseInput, PersonErased, PersonFound, RetentionList } from "./privacy.schema.ts";

/** `guard` lets admins alone pass. */
export type PrivacyRoutesDeps = PrivacyDeps & { guard: MiddlewareHandler<StaffEnv> };

/** What is kept about an address, as one file, and its end; and how long everything is kept. */
export function privacyRoutes(deps: PrivacyRoutesDeps) {
  const privacy = openPrivacy(deps);
  return new Hono<StaffEnv>()
    .basePath("/desk")
    .use("/privacy/*", deps.guard)
    .get("/privacy/retention", describe("How long everything is kept", { 200: RetentionList }), async (c) =>
      c.json(await listRetention(deps.db, deps.hub)),
    )
    .post(
      "/privacy/lookup",
      describe("What is kept about an address", { 200: PersonFound }),
      jsonBody(AddressInput),
      async (c) => c.json(await privacy.find(c.req.valid("json").address)),
    )
    .post(
      "/privacy/export",
      describe("Everything about an address as one JSON file, attachments in base64", { 200: "application/json" }),
      jsonBody(AddressInput),
      async (c) => {
        const text = await privacy.export(c.req.valid("json").address, c.get("staff"));
        c.header("Content-Type", "application/json; charset=utf-8");
        c.header("Content-Disposition", saveAs("personal-data.json"));
        return c.body(streamText(text));
      },
    )
    .post(
      "/privacy/erase",
      describe("Erase everything about an address; `confirm` is the address once more", { 200: PersonErased }),
      jsonBody(EraseInput),
      async (c) => {
        const { address, confirm } = c.req.valid("json");
        const fields = [{ path: "confirm", message: "type the same address" }];
        if (confirm !== address) throw new AppError("bad_request", "The two addresses are not the same.", { fields });
        return c.json(await privacy.erase(address, c.get("staff")));
      },
    );
}
