import { useSignal } from "@preact/signals";
import { whileBusy } from "#site/islands/busy.ts";
import { DeskForm } from "./desk-form.tsx";
import { Notice } from "./notice.tsx";
import { passkeysWork } from "./passkey-browser.ts";
import { hasEnded, signIn, signInByPasskey, ways } from "./session.ts";
import { SignInCode } from "./sign-in-code.tsx";
import { useAction } from "./use-action.ts";

/** Signing in by every way that is on: a password, then perhaps a code; a passkey; the company's account. */
export function SignIn() {
  const codeNeeded = useSignal(false);
  if (codeNeeded.value) return <SignInCode again={() => (codeNeeded.value = false)} />;
  return (
    <div class="desk-gate">
      <h1>Sign in to the desk</h1>
      <CameBack />
      <DeskForm
        class="desk-form"
        action="Sign in"
        submit={async (field) => void (codeNeeded.value = await signIn(field("email"), field("password")))}
      >
        <label class="stack">
          E-mail address
          <input name="email" type="email" autocomplete="username webauthn" required />
        </label>
        <label class="stack">
          Password
          <input name="password" type="password" autocomplete="current-password" required />
        </label>
      </DeskForm>
      <p class="small">
        <a href="/desk/forgotten/">Forgotten your password?</a>
      </p>
      <OtherWays />
    </div>
  );
}

function OtherWays() {
  const { busy, problem, run } = useAction();
  const { oidc } = ways.value;
  if (!oidc && !passkeysWork()) return null;
  return (
    <section class="other-ways" aria-label="Other ways to sign in">
      <p class="acts">
        {passkeysWork() && (
          <button class="btn" type="button" {...whileBusy(busy.value)} onClick={() => void run(signInByPasskey)}>
            Use a passkey
          </button>
        )}
        {oidc && (
          <a class="btn" href="/api/auth/oidc">
            Use your company account
          </a>
        )}
      </p>
      {busy.value && <p role="status">Your device asks for your passkey.</p>}
      {problem.value && <Notice>{problem.value}</Notice>}
    </section>
  );
}

/** Why the company's sign-in led back here without a session. */
const OUTCOMES: Record<string, string> = {
  late: "That sign-in took too long, or was used already. Begin again.",
  cancelled: "You did not sign in at your company. Nothing has happened.",
  away: "Your company’s sign-in does not answer as it should. Try again in a minute, or use another way.",
  barred: "Your account is barred. An admin can let it in again.",
  unknown: "Your address has no account here. Ask an admin of the desk to invite you.",
  unverified:
    "Your company has not confirmed your e-mail address, so it cannot be trusted here. Ask whoever runs its accounts.",
  other: "Somebody else at your company signs in with this account already. Ask an admin of the desk.",
};

function CameBack() {
  if (hasEnded.value) return <Notice>Your session has ended. Sign in again, and go on where you were.</Notice>;
  const came = new URLSearchParams(location.search).get("came") ?? "";
  if (came === "reset") return <p role="status">Your new password is set. Sign in with it.</p>;
  const said = OUTCOMES[came];
  return said ? <Notice>{said}</Notice> : null;
}
