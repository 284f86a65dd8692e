import { hub } from "#site/settings.ts";

/** An integration of hub.yaml that a block names. @throws Error that names the block, for the writer. */
export function findIntegration(block: string, id: string) {
  const found = hub.integrations.find((integration) => integration.id === id);
  if (found) return found;
  const known = hub.integrations.map((integration) => integration.id).join(", ");
  throw new Error(`<${block} integration="${id}"/>: hub.yaml has no such integration. It has ${known}.`);
}
