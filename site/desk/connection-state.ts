import { computed } from "@preact/signals";
import { countAccessRequests, listConnections, listIntegrations, readConnection } from "./connection-api.ts";
import { loaded } from "./loaded.ts";
import { place } from "./place.ts";
import { watch } from "./watch.ts";

/** The filters and the words that the address names. */
function connectionQuery() {
  const { only, integration, q } = place.value;
  return { ...(only && { show: only }), ...(integration && { integration }), ...(q && { q }) };
}

export async function listConnectionPage(after?: string) {
  const { connections, ...rest } = await listConnections({ ...connectionQuery(), ...(after && { after }) });
  return { items: connections, ...rest };
}

export const connectionList = loaded(() => listConnectionPage());
const openId = computed(() => (place.value.view === "connections" ? place.value.connectionId : null));
export const openConnection = loaded(async () => (openId.value ? readConnection(openId.value) : null));
/** What the hub connects with, and who asks for what is coming soon. */
export const offered = loaded(listIntegrations);
export const accessCounts = loaded(countAccessRequests);

export function watchConnections(): () => void {
  const filter = computed(() => (place.value.view === "connections" ? JSON.stringify(connectionQuery()) : null));
  return watch({ list: connectionList, filter, open: openConnection, openId });
}

/** After something was done: the connection and the counts as they are now. */
export async function reloadConnections(): Promise<void> {
  await Promise.all([connectionList.reload(), openConnection.reload()]);
}

/** A CRM as hub.yaml writes it. */
export const nameOf = (integration: string): string =>
  offered.state.value.value?.integrations.find(({ id }) => id === integration)?.name ?? integration;
