import { useSignal } from "@preact/signals";
import type { Colleague as Person, StaffRole } from "#server/auth/people.schema.ts";
import { STAFF_ROLES } from "#server/auth/staff-roles.values.ts";
import { whileBusy } from "#site/islands/busy.ts";
import { sayWhen } from "#site/islands/when.ts";
import { AccountActs } from "./account-acts.tsx";
import { everybody } from "./me-state.ts";
import { Notice } from "./notice.tsx";
import { findSession } from "./session.ts";
import { changeRole } from "./staff-api.ts";
import { useAction } from "./use-action.ts";

type Props = { person: Person; isMe: boolean; mail: boolean };

/** One who has an account, and what an admin may change of it. */
export function Colleague({ person, isMe, mail }: Props) {
  const action = useAction();
  const { id, name, email, barred, lastSeenAt } = person;
  const set = async (role: StaffRole) => {
    await changeRole(id, role);
    if (isMe) await findSession();
    await everybody.reload();
  };
  return (
    <tr>
      <th scope="row">
        {name}
        {isMe && " (you)"}
        <span class="small">{email}</span>
      </th>
      <td>
        <Role person={person} busy={action.busy.value} set={(role) => void action.run(() => set(role))} />
      </td>
      <td data-name="Second factor">{sayFactors(person)}</td>
      <td data-name="Last seen">{lastSeenAt ? <time dateTime={lastSeenAt}>{sayWhen(lastSeenAt)}</time> : "never"}</td>
      <td class="account-acts">
        {barred && <b>Barred</b>}
        {!isMe && <AccountActs person={person} mail={mail} action={action} />}
        {action.problem.value && <Notice>{action.problem.value}</Notice>}
      </td>
    </tr>
  );
}

function Role({ person, busy, set }: { person: Person; busy: boolean; set: (role: StaffRole) => void }) {
  const chosen = useSignal<StaffRole>(person.role);
  return (
    <span class="role">
      <select
        aria-label={`Role of ${person.name}`}
        value={chosen.value}
        onChange={({ currentTarget: { value } }) =>
          (chosen.value = STAFF_ROLES.find((role) => role === value) ?? person.role)
        }
      >
        {STAFF_ROLES.map((role) => (
          <option key={role} value={role}>
            {role}
          </option>
        ))}
      </select>
      {chosen.value !== person.role && (
        <button class="btn sm" type="button" {...whileBusy(busy)} onClick={() => set(chosen.value)}>
          Change
        </button>
      )}
    </span>
  );
}

function sayFactors({ codes, passkeys }: Person): string {
  const keys = passkeys === 1 ? "1 passkey" : `${passkeys} passkeys`;
  return [codes && "codes", passkeys > 0 && keys].filter(Boolean).join(", ") || "none";
}
