import { Hono } from "hono";
import { describe, jsonBody } from "#server/core/validate.ts";
import type { Auth } from "./auth.ts";
import type { TakeLimit } from "./auth.routes.ts";
import { createInvite, renewInvite, revokeInvite, type InviteDeps } from "./invites.ts";
import { resetForColleague } from "./password-resets.ts";
import { Invited, InviteInput, ResetMade } from "./people.schema.ts";
import { requireStaff, type StaffEnv } from "./staff.ts";
import { HOUR_SECONDS } from "#server/core/durations.values.ts";

type LinkRoutesDeps = InviteDeps & { auth: Auth; takeLimit: TakeLimit };

/** Links that admins make for others: into the desk, and to a new password. */
export function linkRoutes(deps: LinkRoutesDeps) {
  const { auth, takeLimit } = deps;
  const admin = requireStaff(auth, "admin");
  const takeLink = (id: string) => takeLimit({ key: `invite:${id}`, limit: 60, windowSeconds: HOUR_SECONDS });
  return new Hono<StaffEnv>()
    .basePath("/desk")
    .post("/people/:id/reset", admin, describe("A link that sets a new password", { 201: ResetMade }), async (c) => {
      await takeLink(c.get("staff").id);
      return c.json(await resetForColleague(deps, c.get("staff"), c.req.param("id")), 201);
    })
    .post("/invites", admin, describe("Invite an address", { 201: Invited }), jsonBody(InviteInput), async (c) => {
      await takeLink(c.get("staff").id);
      return c.json(await createInvite(deps, c.get("staff"), c.req.valid("json")), 201);
    })
    .post("/invites/:id/again", admin, describe("Send an invitation again", { 200: Invited }), async (c) => {
      await takeLink(c.get("staff").id);
      return c.json(await renewInvite(deps, c.get("staff"), c.req.param("id")));
    })
    .delete("/invites/:id", admin, describe("Revoke an invitation", { 204: "Revoked" }), async (c) => {
      await revokeInvite(deps, c.get("staff"), c.req.param("id"));
      return c.body(null, 204);
    });
}
