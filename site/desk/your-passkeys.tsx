import { useSignal } from "@preact/signals";
import { useRef } from "preact/hooks";
import type { Me, Passkey } from "#server/auth/me.schema.ts";
import { sayWhen } from "#site/islands/when.ts";
import { DeskForm } from "./desk-form.tsx";
import { reloadMe } from "./me-state.ts";
import { Notice } from "./notice.tsx";
import { passkeysWork } from "./passkey-browser.ts";
import { Password } from "./password.tsx";
import { addPasskey, removePasskey } from "./staff-api.ts";
import { Sure } from "./sure.tsx";
import { useAction } from "./use-action.ts";

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
          <Row key={passkey.id} passkey={passkey} />
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
          <label class="stack">
            What to call it
            <input name="name" required maxLength={120} placeholder="My laptop" autocomplete="off" />
          </label>
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

function Row({ passkey: { id, name, createdAt, lastUsedAt } }: { passkey: Passkey }) {
  const { busy, problem, run } = useAction();
  return (
    <li>
      <b>{name}</b>{" "}
      <span class="small">
        added {sayWhen(createdAt)}, {lastUsedAt ? `last used ${sayWhen(lastUsedAt)}` : "not used yet"}
      </span>{" "}
      <Sure
        ask={`Remove ${name}`}
        label="Remove"
        busy={busy.value}
        act={() => void run(() => removePasskey(id).then(reloadMe))}
      />
      {problem.value && <Notice>{problem.value}</Notice>}
    </li>
  );
}
