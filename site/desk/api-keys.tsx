import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import type { ApiKey } from "#server/auth/api-keys.schema.ts";
import { API_SCOPE_NAMES, API_SCOPES, KEY_DAYS } from "#server/auth/api-scopes.values.ts";
import { sayWhen } from "#site/islands/when.ts";
import { apiKeys, makeApiKey, revokeApiKey } from "./api-keys-api.ts";
import { DeskForm } from "./desk-form.tsx";
import { NotLoaded } from "./not-loaded.tsx";
import { Notice } from "./notice.tsx";
import { ShownOnce } from "./shown-once.tsx";
import { Sure } from "./sure.tsx";
import { TableHead } from "./table-head.tsx";
import { Ticks } from "./ticks.tsx";
import { useAction } from "./use-action.ts";

/** Keys of the API: making them, what they may, when they were used, and revoking. */
export function ApiKeys() {
  useEffect(() => void apiKeys.reload(), []);
  const { value, loading } = apiKeys.state.value;
  return (
    <section class="gap" aria-labelledby="keys-h">
      <h2 id="keys-h">Keys</h2>
      <p>
        A key opens what you choose, and nothing of the desk. The log says what was done with it, under its name. Who
        has it can use it: revoke one that others may have seen.
      </p>
      <NewKey />
      <NotLoaded of={apiKeys} />
      {!value && loading && <p>Asking the hub for its keys.</p>}
      {value && value.keys.length === 0 && <p>There is no key yet.</p>}
      {value && value.keys.length > 0 && <Keys keys={value.keys} />}
    </section>
  );
}

function NewKey() {
  const shown = useSignal<{ name: string; key: string } | null>(null);
  return (
    <>
      <DeskForm
        class="stack-form"
        action="Make a key"
        submit={async (field) => {
          const days = KEY_DAYS.find((known) => String(known) === field("days"));
          const scopes = API_SCOPE_NAMES.filter((scope) => field(scope) === "on");
          const { key } = await makeApiKey({ name: field("name"), scopes, ...(days && { days }) });
          shown.value = { name: field("name"), key };
          await apiKeys.reload();
        }}
      >
        <label class="stack">
          Name
          <input name="name" required maxLength={60} autocomplete="off" placeholder="Our product" />
        </label>
        <Ticks legend="What it may" all={API_SCOPES} />
        <label class="stack">
          Ends
          <select name="days">
            <option value="">never, until it is revoked</option>
            {KEY_DAYS.map((days) => (
              <option key={days} value={days}>
                after {days} days
              </option>
            ))}
          </select>
        </label>
      </DeskForm>
      {shown.value && (
        <ShownOnce text={shown.value.key} copy="Copy the key" done={() => (shown.value = null)}>
          <b>The key “{shown.value.name}”.</b> It is not shown again: the hub keeps no copy of it.
        </ShownOnce>
      )}
    </>
  );
}

const Keys = ({ keys }: { keys: ApiKey[] }) => (
  <table class="wt">
    <TableHead names={["Key", "May", "Last used", "Ends", "Do"]} />
    <tbody>
      {keys.map((key) => (
        <Row key={key.id} of={key} />
      ))}
    </tbody>
  </table>
);

function Row({ of }: { of: ApiKey }) {
  const { busy, problem, run } = useAction();
  const { id, name, prefix, scopes, madeBy, createdAt, lastUsedAt, expiresAt, state } = of;
  return (
    <tr class={state === "live" ? undefined : "is-past"}>
      <th scope="row">
        {name} <code class="small">{prefix}…</code>
        <span class="small about">
          made by {madeBy} <time dateTime={createdAt}>{sayWhen(createdAt)}</time>
        </span>
      </th>
      <td data-name="May">{scopes.join(", ")}</td>
      <td data-name="Last used">{lastUsedAt ? <time dateTime={lastUsedAt}>{sayWhen(lastUsedAt)}</time> : "never"}</td>
      <td data-name="Ends">
        {state === "revoked" ? "revoked" : expiresAt ? <time dateTime={expiresAt}>{sayWhen(expiresAt)}</time> : "never"}
      </td>
      <td>
        {state === "live" && (
          <Sure label="Revoke" ask={`revoke the key ${name}`} busy={busy.value} act={() => void run(revoke(id))} />
        )}
        {problem.value && <Notice>{problem.value}</Notice>}
      </td>
    </tr>
  );
}

const revoke = (id: string) => () => revokeApiKey(id).then(apiKeys.reload);
