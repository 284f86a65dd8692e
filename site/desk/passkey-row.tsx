import { useSignal } from "@preact/signals";
import type { Ref } from "preact";
import { useRef } from "preact/hooks";
import type { Passkey } from "#server/auth/me.schema.ts";
import { PASSKEY_NAME_MAX } from "#server/auth/passkey-name.values.ts";
import { sayWhen } from "#site/islands/when.ts";
import { DeskForm } from "./desk-form.tsx";
import { reloadMe } from "./me-state.ts";
import { Notice } from "./notice.tsx";
import { removePasskey, renamePasskey } from "./staff-api.ts";
import { Sure } from "./sure.tsx";
import { useAction } from "./use-action.ts";
import { useFocus } from "./use-focus.ts";

/** One of one's own passkeys, with what its owner can do about it. */
export function PasskeyRow({ passkey: { id, name, createdAt, lastUsedAt } }: { passkey: Passkey }) {
  const { busy, problem, run } = useAction();
  const naming = useSignal(false);
  const opener = useRef<HTMLButtonElement>(null);
  const leave = () => {
    naming.value = false;
    opener.current?.focus();
  };
  return (
    <li>
      <b>{name}</b>{" "}
      <span class="small">
        added {sayWhen(createdAt)}, {lastUsedAt ? `last used ${sayWhen(lastUsedAt)}` : "not used yet"}
      </span>{" "}
      <button
        ref={opener}
        class="text-btn"
        type="button"
        aria-label={`Rename ${name}`}
        aria-expanded={naming.value}
        onClick={() => (naming.value = !naming.value)}
      >
        Rename
      </button>{" "}
      <Sure
        ask={`Remove ${name}`}
        label="Remove"
        busy={busy.value}
        act={() => void run(() => removePasskey(id).then(reloadMe))}
      />
      {problem.value && <Notice>{problem.value}</Notice>}
      {naming.value && <Rename id={id} name={name} leave={leave} />}
    </li>
  );
}

function Rename({ id, name, leave }: { id: string; name: string; leave: () => void }) {
  const field = useFocus<HTMLInputElement>();
  const rename = async (read: (field: string) => string) => {
    await renamePasskey(id, read("name"));
    await reloadMe();
    leave();
  };
  return (
    <DeskForm quiet action="Save the name" submit={rename}>
      <PasskeyName field={field} name={name} />
    </DeskForm>
  );
}

/** The field for what somebody calls a passkey. */
export const PasskeyName = ({ field, name }: { field?: Ref<HTMLInputElement>; name?: string }) => (
  <label class="stack">
    What to call it
    <input
      ref={field ?? null}
      name="name"
      required
      maxLength={PASSKEY_NAME_MAX}
      defaultValue={name}
      placeholder="My laptop"
      autocomplete="off"
    />
  </label>
);
