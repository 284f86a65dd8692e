import type { StaffRole } from "#server/auth/people.schema.ts";
import { BEGINNING, follow, hrefOf } from "./place.ts";
import type { Staff } from "./session.ts";
import { mayOpen, NEEDS, TITLES, type View } from "./views.ts";

const FOR: Record<StaffRole, string> = { writer: "everybody here", agent: "agents and admins", admin: "admins" };
const A: Record<StaffRole, string> = { writer: "a writer", agent: "an agent", admin: "an admin" };

/** For a link to a part of the desk that a role does not open: why, and where to go instead. */
export function NotYours({ view, staff: { name, role } }: { view: View; staff: Staff }) {
  const home = { ...BEGINNING, view: mayOpen(role, "cases") ? ("cases" as const) : ("articles" as const) };
  return (
    <section class="weak" aria-labelledby="not-yours-h">
      <h1 id="not-yours-h">{TITLES[view]}</h1>
      <p role="status">
        This part of the desk is for {FOR[NEEDS[view]]}. You are signed in as <bdi>{name}</bdi>, {A[role]}.
      </p>
      <p>Should you see it? An admin can change your role under People. Or ask a colleague to look for you.</p>
      <p class="acts">
        <a class="btn main sm" href={hrefOf(home)} onClick={(event) => follow(event, home)}>
          Go to {TITLES[home.view]}
        </a>
      </p>
    </section>
  );
}
