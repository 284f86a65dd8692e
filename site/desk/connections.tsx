import { useEffect } from "preact/hooks";
import type { DeskConnection } from "#server/features/integrations/desk.schema.ts";
import { Icon } from "#site/islands/icon.tsx";
import { sayWhen } from "#site/islands/when.ts";
import { accessCounts, connectionList, showMoreConnections, nameOf, offered } from "./connection-state.ts";
import { ConnectionView } from "./connection-view.tsx";
import { CHECKED, STATES } from "./connection-words.ts";
import { DeskList, DeskRow, type Filter } from "./desk-list.tsx";
import { place } from "./place.ts";

/** Every workspace's connections: those that wait for a decision first, then those that fail. */
export function Connections() {
  useEffect(() => void Promise.all([offered.reload(), accessCounts.reload()]), []);
  return (
    <div class="desk">
      <h1 class="sr">Connections</h1>
      <DeskList
        title="Connections"
        filters={[
          { by: "Filter by what is to be done", links: filtersByNeed() },
          { by: "Filter by CRM", links: filtersByCrm() },
        ]}
        list={connectionList}
        showMore={showMoreConnections}
        row={(entry) => <ConnectionRow key={entry.id} entry={entry} />}
        says={{ loading: "Asking for the connections.", empty: sayEmpty(), older: "Show more connections" }}
      />
      <ConnectionView />
    </div>
  );
}

function filtersByNeed(): Filter[] {
  const { only } = place.value;
  const counts = connectionList.state.value.value;
  const to = { connectionId: null };
  return [
    { label: "All", to: { ...to, only: null }, here: only === null },
    {
      label: "Waiting for a decision",
      to: { ...to, only: "waiting" },
      here: only === "waiting",
      count: counts?.waiting,
    },
    { label: "Failing", to: { ...to, only: "failing" }, here: only === "failing", count: counts?.failing },
  ];
}

function filtersByCrm(): Filter[] {
  const { integration } = place.value;
  const live = (offered.state.value.value?.integrations ?? []).filter(({ crm }) => crm);
  return [null, ...live.map(({ id }) => id)].map((id) => ({
    label: id ? nameOf(id) : "Every CRM",
    to: { integration: id, connectionId: null },
    here: integration === id,
  }));
}

function sayEmpty(): string {
  const { q, only, integration } = place.value;
  const where = integration ? ` at ${nameOf(integration)}` : "";
  if (q) return `No workspace, account or address${where} has “${q}” in it.`;
  if (only === "waiting") return `Nobody${where} waits for a decision.`;
  if (only === "failing") return `No connection${where} fails.`;
  return `No connection${where} yet. One turns up here as soon as a customer begins a setup.`;
}

function ConnectionRow({ entry }: { entry: DeskConnection }) {
  const waits = entry.state === "waiting";
  return (
    <DeskRow
      id={entry.id}
      to={{ connectionId: entry.id }}
      here={place.value.connectionId === entry.id}
      fresh={waits}
      title={entry.workspace.name}
      at={<span class="cr-m">{nameOf(entry.integration)}</span>}
    >
      <span>{waits && entry.tenant ? `waits since ${sayWhen(entry.tenant.submittedAt)}` : STATES[entry.state]}</span>
      {entry.check && (
        <span class={`cr-m is-${entry.check.state}`}>
          <Icon name={`m-${entry.check.state}`} class="mark" /> {CHECKED[entry.check.state]}
        </span>
      )}
    </DeskRow>
  );
}
