/** `import … from "virtual:hub-names"`: what the browser needs of hub.yaml, without the rest of it. */
import type { Plugin } from "vite";
import type { Hub } from "#content/schema.ts";

const NAME = "virtual:hub-names";
const RESOLVED = "\0hub-names";

export function hubNames({ topics, integrations }: Hub): Plugin {
  const names = {
    topics: [...topics.map(({ id, title }) => ({ id, title })), { id: "learn", title: "Learn" }],
    integrations: integrations.map(({ id, name }) => ({ id, name })),
  };
  return {
    name: "handrail:hub-names",
    resolveId: (id) => (id === NAME ? RESOLVED : undefined),
    load: (id) => (id === RESOLVED ? `export const { topics, integrations } = ${JSON.stringify(names)};` : undefined),
  };
}
