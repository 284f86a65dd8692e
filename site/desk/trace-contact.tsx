import { useSignal } from "@preact/signals";
import type { Trace, TraceInput } from "#server/features/integrations/checks.schema.ts";
import type { DeskConnectionDetail } from "#server/features/integrations/desk.schema.ts";
import { Icon } from "#site/islands/icon.tsx";
import { sayTime } from "#site/islands/when.ts";
import { traceContact } from "./connection-api.ts";
import { openConnection } from "./connection-state.ts";
import { OUTCOMES } from "./connection-words.ts";
import { DeskForm } from "./desk-form.tsx";

/** Looks one address up in the customer's CRM. It changes nothing there, and stands in the history here. */
export function TraceContact({ shown }: { shown: DeskConnectionDetail }) {
  const trace = useSignal<Trace | null>(null);
  const connected = shown.state === "connected";
  return (
    <section aria-labelledby="trace-h">
      <h3 id="trace-h">Trace a contact</h3>
      {!connected && <p>Only a connection that is connected can be asked.</p>}
      {connected && (
        <DeskForm
          class="trace-form"
          action="Trace"
          submit={async (field) => {
            const as: TraceInput["as"] = field("as") === "lead" ? "lead" : "referrer";
            trace.value = await traceContact(shown.id, { email: field("email").trim(), as });
            await openConnection.reload();
          }}
        >
          <p class="small">
            It reads the customer’s CRM and changes nothing there. That you looked is written into “What was done”.
          </p>
          <label class="stack">
            E-mail address of the contact
            <input name="email" type="email" required maxLength={254} autocomplete="off" />
          </label>
          <label class="stack">
            As a
            <select name="as">
              <option value="referrer">referrer</option>
              <option value="lead">lead</option>
            </select>
          </label>
        </DeskForm>
      )}
      <div role="status">{trace.value && <Traced trace={trace.value} />}</div>
    </section>
  );
}

function Traced({ trace }: { trace: Trace }) {
  const { word, mark } = OUTCOMES[trace.outcome];
  return (
    <div class="traced">
      <p class={`is-${mark}`}>
        <Icon name={`m-${mark}`} class="mark" /> <b>{word}</b>: {trace.email} as a {trace.as}, {sayTime(trace.at)}
      </p>
      <p>{trace.says}</p>
      <ol>
        {trace.facts.map(({ title, detail, url }) => (
          <li key={`${title} ${detail}`}>
            <b>{url ? <a href={url}>{title}</a> : title}</b>: {detail}
          </li>
        ))}
      </ol>
      {trace.todo && <p>{trace.todo}</p>}
      {trace.explained && (
        <p class="small">
          <a href={trace.explained.url}>{trace.explained.title}</a>
        </p>
      )}
    </div>
  );
}
