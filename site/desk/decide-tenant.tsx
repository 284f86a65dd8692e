import { useSignal, type Signal } from "@preact/signals";
import type { DeskConnectionDetail, TenantDecision } from "#server/features/integrations/desk.schema.ts";
import { whileBusy } from "#site/islands/busy.ts";
import { sayWhen } from "#site/islands/when.ts";
import { decideTenant } from "./connection-api.ts";
import { reloadConnections } from "./connection-state.ts";
import { Notice } from "./notice.tsx";
import { useAction } from "./use-action.ts";

type Decision = TenantDecision["decision"];
type Props = { shown: DeskConnectionDetail; tenant: NonNullable<DeskConnectionDetail["tenant"]> };

/** A Tenant ID that waits: approve or refuse, and see first what mail goes to whom. It cannot be taken back. */
export function DecideTenant({ shown, tenant }: Props) {
  const note = useSignal("");
  const chosen = useSignal<Decision | null>(null);
  const { busy, problem, run } = useAction();
  const sent = () => note.value.trim();
  function choose(decision: Decision): void {
    const silent = decision === "refused" && sent() === "";
    problem.value = silent ? "Say why, so that the customer can mend it. Your note goes into the mail." : null;
    chosen.value = silent ? null : decision;
    if (silent) document.getElementById("decision-note")?.focus();
  }
  const send = (decision: Decision) =>
    run(() => decideTenant(shown.id, { decision, note: sent() }).finally(reloadConnections));
  return (
    <section class="decide" aria-labelledby="decide-h">
      <h3 id="decide-h">A Tenant ID waits for you</h3>
      <p>
        <span class="ref">{tenant.tenantId}</span>, submitted{" "}
        <time dateTime={tenant.submittedAt}>{sayWhen(tenant.submittedAt)}</time>. The customer was told “1–2 business
        days”.
      </p>
      <Note note={note} changed={() => (chosen.value = null)} />
      {problem.value && <Notice>{problem.value}</Notice>}
      {chosen.value === null ? (
        <p class="acts">
          <button class="btn main sm" type="button" onClick={() => choose("approved")}>
            Approve
          </button>
          <button class="btn sm" type="button" onClick={() => choose("refused")}>
            Refuse
          </button>
        </p>
      ) : (
        <Confirm
          {...{ shown, tenant, note: sent(), busy: busy.value, decision: chosen.value }}
          send={(decision) => void send(decision)}
          back={() => (chosen.value = null)}
        />
      )}
    </section>
  );
}

const Note = ({ note, changed }: { note: Signal<string>; changed: () => void }) => (
  <label class="stack">
    Note to the customer, needed to refuse
    <textarea
      id="decision-note"
      rows={3}
      maxLength={1000}
      value={note.value}
      onInput={(event) => {
        note.value = event.currentTarget.value;
        changed();
      }}
    />
  </label>
);

type ConfirmProps = Props & {
  decision: Decision;
  note: string;
  busy: boolean;
  send: (decision: Decision) => void;
  back: () => void;
};

/** What goes out, before it does. */
function Confirm({ shown, tenant, decision, note, busy, send, back }: ConfirmProps) {
  const approves = decision === "approved";
  return (
    <div class="confirm" role="group" aria-labelledby="confirm-h">
      <p id="confirm-h">
        A mail goes to <b>{shown.ownerEmail ?? "the customer"}</b>:{" "}
        {approves
          ? `Tenant ID ${tenant.tenantId} is approved, with a link to go on with the setup.`
          : `Tenant ID ${tenant.tenantId} could not be approved, with a link to mend it and ask again.`}
        {note && " Your note stands in it:"}
      </p>
      {note && <blockquote class="as-typed">{note}</blockquote>}
      <p class="acts">
        <button class="btn main sm" type="button" {...whileBusy(busy)} onClick={() => send(decision)}>
          {approves ? "Approve and send" : "Refuse and send"}
        </button>
        <button class="btn sm" type="button" {...whileBusy(busy)} onClick={back}>
          Not yet
        </button>
      </p>
    </div>
  );
}
