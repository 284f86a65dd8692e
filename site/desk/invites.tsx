import { useSignal } from "@preact/signals";
import type { Invite, Invited } from "#server/auth/people.schema.ts";
import { STAFF_ROLES } from "#server/auth/staff-roles.values.ts";
import { whileBusy } from "#site/islands/busy.ts";
import { DeskForm } from "./desk-form.tsx";
import { everybody } from "./me-state.ts";
import { Notice } from "./notice.tsx";
import { ShownOnce } from "./shown-once.tsx";
import { invite, inviteAgain, revokeInvite } from "./staff-api.ts";
import { useAction } from "./use-action.ts";

type Shown = { email: string; link: string };

/** Inviting by address, and the invitations that nobody has used yet. */
export function Invites({ invites, mail }: { invites: Invite[]; mail: boolean }) {
  const shown = useSignal<Shown | null>(null);
  const says = useSignal("");
  const show = async (email: string, { link }: Invited, said: string) => {
    shown.value = link ? { email, link } : null;
    says.value = `${said} ${link ? "" : "The mail is on its way; its link works for three days."}`;
    await everybody.reload();
  };
  const revoked = async (email: string) => {
    shown.value = null;
    says.value = `The invitation of ${email} is revoked: its link opens nothing any more.`;
    await everybody.reload();
  };
  return (
    <section class="invites" aria-labelledby="invite-h">
      <h2 id="invite-h">Invite somebody</h2>
      <DeskForm
        class="invite-form"
        action="Invite"
        submit={async (field) => {
          says.value = "";
          const role = STAFF_ROLES.find((one) => one === field("role")) ?? "agent";
          await show(field("email"), await invite(field("email"), role), `${field("email")} is invited.`);
        }}
      >
        <label class="stack">
          E-mail address
          <input name="email" type="email" required maxLength={254} autocomplete="off" />
        </label>
        <label class="stack">
          Role
          <select name="role">
            <option value="agent">agent</option>
            <option value="writer">writer</option>
            <option value="admin">admin</option>
          </select>
        </label>
      </DeskForm>
      <p role="status">{says.value}</p>
      {!mail && <p class="small">This hub sends no mail: you get a link here, once, and hand it over yourself.</p>}
      {shown.value && (
        <ShownOnce text={shown.value.link} copy="Copy the link" done={() => (shown.value = null)}>
          <b>The link for {shown.value.email}.</b> It works once, for three days, and is not shown again.
        </ShownOnce>
      )}
      {invites.length > 0 && (
        <NotJoined
          invites={invites}
          again={(email, said) => show(email, said, `Sent again to ${email}: the link before opens nothing any more.`)}
          revoked={revoked}
        />
      )}
    </section>
  );
}

type NotJoinedProps = {
  invites: Invite[];
  again: (email: string, said: Invited) => Promise<void>;
  revoked: (email: string) => Promise<void>;
};

const NotJoined = ({ invites, ...after }: NotJoinedProps) => (
  <>
    <h3>Not joined yet</h3>
    <ul class="plain rows">
      {invites.map((one) => (
        <OpenInvite key={one.id} invite={one} {...after} />
      ))}
    </ul>
  </>
);

type OpenProps = Omit<NotJoinedProps, "invites"> & { invite: Invite };

function OpenInvite({ invite: one, again, revoked }: OpenProps) {
  const { busy, problem, run } = useAction();
  return (
    <li>
      <b>{one.email}</b>{" "}
      <span class="small">
        {one.role}, invited by {one.invitedBy},{" "}
        {one.late ? "too late now: send it again" : `open until ${sayUntil(one)}`}
      </span>{" "}
      <button
        class="text-btn"
        type="button"
        aria-label={`Send again to ${one.email}`}
        {...whileBusy(busy.value)}
        onClick={() => void run(async () => again(one.email, await inviteAgain(one.id)))}
      >
        Send again
      </button>{" "}
      <button
        class="text-btn"
        type="button"
        aria-label={`Revoke the invitation to ${one.email}`}
        {...whileBusy(busy.value)}
        onClick={() => void run(() => revokeInvite(one.id).then(() => revoked(one.email)))}
      >
        Revoke
      </button>
      {problem.value && <Notice>{problem.value}</Notice>}
    </li>
  );
}

const until = new Intl.DateTimeFormat("en-GB", { weekday: "short", hour: "2-digit", minute: "2-digit" });
const sayUntil = ({ expiresAt }: Invite): string => until.format(new Date(expiresAt));
