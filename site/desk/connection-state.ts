import { countAccessRequests, listConnections, listIntegrations, readConnection } from "./connection-api.ts";
import { loaded } from "./loaded.ts";
import { place } from "./place.ts";
import { rowsOf } from "./rows.ts";

/** The filters and the words that the address names. */
function connectionQuery() {
  const { only, integration, q } = place.value;
  return { ...(only && { show: only }), ...(integration && { integration }), ...(q && { q }) };
}

export const {
  list: connectionList,
  showMore: showMoreConnections,
  beside: besideConnection,
  open: openConnection,
  reload: reloadConnections,
  watch: watchConnections,
} = rowsOf({
  view: "connections",
  query: connectionQuery,
  readPage: async (query, after) => {
    const { connections, ...rest } = await listConnections({ ...query, ...(after && { after }) });
    return { items: connections, ...rest };
  },
  readRow: readConnection,
});

/** What the hub connects with, and who asks for what is coming soon. */
export const offered = loaded(listIntegrations);
export const accessCounts = loaded(countAccessRequests);

/** A CRM as hub.yaml writes it. */
export const nameOf = (integration: string): string =>
  offered.state.value.value?.integrations.find(({ id }) => id === integration)?.name ?? integration;
