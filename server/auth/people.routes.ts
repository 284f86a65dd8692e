import { Hono } from "hono";
import { describe, jsonBody } from "#server/core/validate.ts";
import type { Auth } from "./auth.ts";
import { type InviteDeps, listInvites } from "./invites.ts";
import { changeRole, endSessionsOf, listPeople, resetFactors, setBarred } from "./people.ts";
import { BarredInput, People, RoleInput } from "./people.schema.ts";
import { removeColleague } from "./remove-colleague.ts";
import { requireStaff, type StaffEnv } from "./staff.ts";

/** What admins decide about their colleagues. */
export function peopleRoutes(deps: InviteDeps & { auth: Auth }) {
  const { auth, config } = deps;
  const admin = requireStaff(auth, "admin");
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
    .delete("/people/:id", admin, describe("Remove a colleague", { 204: "Removed" }), async (c) => {
      await removeColleague(deps, c.get("staff"), c.req.param("id"));
      return c.body(null, 204);
    });
}
