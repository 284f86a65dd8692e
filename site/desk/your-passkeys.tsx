import { useSignal } from "@preact/signals";
import { useRef } from "preact/hooks";
import type { Me } from "#server/auth/me.schema.ts";
import { DeskForm } from "./desk-form.tsx";
import { reloadMe } from "./me-state.ts";
import { passkeysWork } from "./passkey-browser.ts";
import { PasskeyName, PasskeyRow } from "./passkey-row.tsx";
import { Password } from "./password.tsx";
import { addPasskey } from "./staff-api.ts";

/** Passkeys: a fingerprint, a face or a device's PIN in place of password and code. */
export function YourPasskeys({ me }: { me: Me }) {
  const adding = useSignal(false);
  const opener = useRef<HTMLButtonElement>(null);
  const add = async (field: (name: string) => string) => {
    await addPasskey(field("name"), field("password"));
    await reloadMe();
    adding.value = false;
    opener.current?.focus();
  };
  return (
    <section aria-labelledby="passkeys-h">
      <h3 id="passkeys-h">Passkeys</h3>
      <p>{sayPasskeys(me)}</p>
      <ul class="plain rows">
        {me.passkeys.map((passkey) => (
          <PasskeyRow key={passkey.id} passkey={passkey} />
        ))}
      </ul>
      {!passkeysWork() && <p class="small">This browser is too old for passkeys.</p>}
      {passkeysWork() && (
        <p class="acts">
          <button
            ref={opener}
            class="btn sm"
            type="button"
            aria-expanded={adding.value}
            onClick={() => (adding.value = !adding.value)}
          >
            Add a passkey
          </button>
        </p>
      )}
      {adding.value && (
        <DeskForm quiet action="Go on" submit={add}>
          <PasskeyName />
          {me.password && (
            <Password
              name="password"
              label="Your password, to be sure that it is you"
              autocomplete="current-password"
            />
          )}
        </DeskForm>
      )}
    </section>
  );
}

function sayPasskeys({ passkeys, codes, password }: Me): string {
  if (passkeys.length === 0) return "None. One lets you sign in by fingerprint, face or the device’s PIN.";
  return codes || !password
    ? "You sign in with any of them, without a password or code."
    : "You sign in with any of them. Your password alone still does too, until you turn codes on.";
}
