import { Hono } from "hono";
import { describe, jsonBody } from "#server/core/validate.ts";
import type { Auth } from "./auth.ts";
import type { TakeLimit } from "./auth.routes.ts";
import { createInvite, listInvites, renewInvite, revokeInvite, type InviteDeps } from "./invites.ts";
import { changeRole, endSessionsOf, listPeople, resetFactors, setBarred } from "./people.ts";
import { BarredInput, Invited, InviteInput, People, RoleInput } from "./people.schema.ts";
import { requireStaff, type StaffEnv } from "./staff.ts";

export type PeopleRoutesDeps = InviteDeps & { auth: Auth; takeLimit: TakeLimit };

const HOUR_SECONDS = 60 * 60;

/** What admins decide about their colleagues. */
export function peopleRoutes(deps: PeopleRoutesDeps) {
  const { auth, config, takeLimit } = deps;
  const admin = requireStaff(auth, "admin");
  const takeInvite = (id: string) => takeLimit({ key: `invite:${id}`, limit: 60, windowSeconds: HOUR_SECONDS });
  return new Hono<StaffEnv>()
    .basePath("/desk")
    .get("/people", admin, describe("Who has an account, and who is invited", { 200: People }), async (c) =>
      c.json({
        people: await listPeople(deps.db),
        invites: await listInvites(deps),
        mail: config.mail !== null,
        asksSecondFactor: auth.asksSecondFactor,
      }),
    )
    .put("/people/:id/role", admin, describe("Change a role", { 204: "Changed" }), jsonBody(RoleInput), async (c) => {
      await changeRole(deps, c.get("staff"), c.req.param("id"), c.req.valid("json").role);
      return c.body(null, 204);
    })
    .put(
      "/people/:id/barred",
      admin,
      describe("Bar somebody, or let them in again", { 204: "Changed" }),
      jsonBody(BarredInput),
      async (c) => {
        await setBarred(deps, c.get("staff"), c.req.param("id"), c.req.valid("json").barred);
        return c.body(null, 204);
      },
    )
    .delete("/people/:id/second-factor", admin, describe("Reset a second factor", { 204: "Reset" }), async (c) => {
      await resetFactors(deps, c.get("staff"), c.req.param("id"));
      return c.body(null, 204);
    })
    .delete("/people/:id/sessions", admin, describe("End somebody's sessions", { 204: "Ended" }), async (c) => {
      await endSessionsOf(deps, c.get("staff"), c.req.param("id"));
      return c.body(null, 204);
    })
    .post("/invites", admin, describe("Invite an address", { 201: Invited }), jsonBody(InviteInput), async (c) => {
      await takeInvite(c.get("staff").id);
      return c.json(await createInvite(deps, c.get("staff"), c.req.valid("json")), 201);
    })
    .post("/invites/:id/again", admin, describe("Send an invitation again", { 200: Invited }), async (c) => {
      await takeInvite(c.get("staff").id);
      return c.json(await renewInvite(deps, c.get("staff"), c.req.param("id")));
    })
    .delete("/invites/:id", admin, describe("Revoke an invitation", { 204: "Revoked" }), async (c) => {
      await revokeInvite(deps, c.get("staff"), c.req.param("id"));
      return c.body(null, 204);
    });
}
