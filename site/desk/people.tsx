import { useEffect } from "preact/hooks";
import type { Me } from "#server/auth/me.schema.ts";
import { Accounts } from "./accounts.tsx";
import { me } from "./me-state.ts";
import { NotLoaded } from "./not-loaded.tsx";
import { Notice } from "./notice.tsx";
import { lacksFactor, type Staff } from "./session.ts";
import { YourCodes } from "./your-codes.tsx";
import { YourPasskeys } from "./your-passkeys.tsx";
import { YourPassword } from "./your-password.tsx";
import { YourSessions } from "./your-sessions.tsx";

/** Who may sign in, for admins; and for everybody the own account. */
export const People = ({ staff }: { staff: Staff }) => (
  <section class="weak people">
    <h1>People</h1>
    {lacksFactor.value && (
      <Notice>
        This hub asks everybody for a second factor. {sayFactor(me.state.value.value)} Then the rest of the desk opens.
      </Notice>
    )}
    {staff.role === "admin" && !lacksFactor.value && <Accounts me={staff} />}
    <OwnAccount staff={staff} />
  </section>
);

const MAKE_ONE = "Turn codes on here, or add a passkey and sign in with it.";
const SHOW_IT = "You have a passkey: sign out, and sign in with it. Where it is lost, an admin resets it.";
const COME_BY_COMPANY = "Your company account is one: sign out, and sign in with it.";

const sayFactor = (own: Me | null): string => {
  if (!own?.owesFactor) return MAKE_ONE;
  return own.passkeys.length > 0 ? SHOW_IT : COME_BY_COMPANY;
};

function OwnAccount({ staff }: { staff: Staff }) {
  useEffect(() => void me.reload(), []);
  const { value, loading } = me.state.value;
  return (
    <section class="you" aria-labelledby="you-h">
      <h2 id="you-h">You</h2>
      <p class="lede">
        {staff.name}, {staff.email}, {staff.role}
      </p>
      <NotLoaded of={me} />
      {!value && loading && <p>Asking the hub for your account.</p>}
      {value && (
        <div class="you-parts">
          {!value.owesFactor && value.password && <YourCodes me={value} />}
          {!value.owesFactor && <YourPasskeys me={value} />}
          {value.password && <YourPassword />}
          <YourSessions sessions={value.sessions} />
        </div>
      )}
    </section>
  );
}
