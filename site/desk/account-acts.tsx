import { useSignal } from "@preact/signals";
import type { Colleague } from "#server/auth/people.schema.ts";
import { whileBusy } from "#site/islands/busy.ts";
import { everybody } from "./me-state.ts";
import { ShownOnce } from "./shown-once.tsx";
import { endSessionsOf, makeResetLink, removeColleague, resetFactors, setBarred } from "./staff-api.ts";
import { Sure } from "./sure.tsx";
import type { useAction } from "./use-action.ts";

type Props = {
  person: Colleague;
  /** Whether links go by mail. */
  mail: boolean;
  action: ReturnType<typeof useAction>;
};

/** What an admin may do with a colleague's account. */
export function AccountActs({ person, mail, action: { busy, run } }: Props) {
  const { id, name, barred } = person;
  const change = (work: () => Promise<void>) => void run(() => work().then(everybody.reload));
  return (
    <>
      <button
        class="text-btn"
        type="button"
        aria-label={barred ? `Let in again: ${name}` : `Bar ${name}`}
        {...whileBusy(busy.value)}
        onClick={() => change(() => setBarred(id, !barred))}
      >
        {barred ? "Let in again" : "Bar"}
      </button>
      <Sure
        label="End sessions"
        ask={`End sessions of ${name}`}
        busy={busy.value}
        act={() => change(() => endSessionsOf(id))}
      />
      {(person.codes || person.passkeys > 0) && (
        <Sure
          label="Reset second factor"
          ask={`Reset second factor of ${name}`}
          busy={busy.value}
          act={() => change(() => resetFactors(id))}
        />
      )}
      <Sure label="Remove" ask={`Remove ${name}`} busy={busy.value} act={() => change(() => removeColleague(id))} />
      <PasswordLink person={person} mail={mail} busy={busy.value} run={run} />
    </>
  );
}

type LinkProps = Omit<Props, "action"> & { busy: boolean; run: Props["action"]["run"] };

/** For who has forgotten the password: their second factor stays. */
function PasswordLink({ person: { id, name, email }, mail, busy, run }: LinkProps) {
  const made = useSignal<{ link: string | null } | null>(null);
  return (
    <>
      <Sure
        label={mail ? "Mail a link to a new password" : "Make a link to a new password"}
        ask={`${mail ? "Mail" : "Make"} a link to a new password for ${name}`}
        busy={busy}
        act={() => void run(async () => void (made.value = await makeResetLink(id)))}
      />
      {made.value?.link && (
        <ShownOnce text={made.value.link} copy="Copy the link" done={() => (made.value = null)}>
          <b>A link for {email}.</b> It works once, for a day, and is not shown again.
        </ShownOnce>
      )}
      {made.value && !made.value.link && <span role="status">Mailed to {email}. It works once, for a day.</span>}
    </>
  );
}
