import { useEffect } from "preact/hooks";
import { Colleague } from "./colleague.tsx";
import { Invites } from "./invites.tsx";
import { everybody } from "./me-state.ts";
import { NotLoaded } from "./not-loaded.tsx";
import type { Staff } from "./session.ts";
import { TableHead } from "./table-head.tsx";

/** For admins: who has a desk account, what they may, and who is invited. */
export function Accounts({ me }: { me: Staff }) {
  useEffect(() => void everybody.reload(), []);
  const { value, loading } = everybody.state.value;
  return (
    <>
      <p class="lede">
        Writers see articles and gaps. Agents also read and answer cases. Admins also decide who may.
        {value?.asksSecondFactor && " Everybody has to have a second factor (hub.yaml, desk.secondFactor)."}
      </p>
      <NotLoaded of={everybody} />
      {!value && loading && <p>Asking the hub who has an account.</p>}
      {value && (
        <>
          <table class="wt">
            <TableHead names={["Name", "Role", "Second factor", "Last seen", "Account"]} />
            <tbody>
              {value.people.map((person) => (
                <Colleague key={person.id} person={person} isMe={person.id === me.id} mail={value.mail} />
              ))}
            </tbody>
          </table>
          <Invites invites={value.invites} mail={value.mail} />
        </>
      )}
    </>
  );
}
