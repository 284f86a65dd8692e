/**
 * `import … from "virtual:hub-names"`: what the browser needs of hub.yaml, without the rest of it. A build writes marks
 * for topics, as for words: translate-scripts.ts has them in each language.
 */
import type { Plugin } from "vite";
import type { Hub } from "#content/schema.ts";
import { virtual } from "./virtual.ts";
import { markOf } from "./words-plugin.ts";

export function hubNames({ topics, integrations }: Hub, hasLearn: boolean): Plugin {
  let dev = false;
  const write = () => {
    const shown = topics.map(({ id, title }) => ({ id, title: dev ? title : markOf(`topics.${id}`) }));
    const learn = hasLearn ? [{ id: "learn", title: dev ? "Learn" : markOf("site.nav.learn") }] : [];
    const crms = integrations.map(({ id, name }) => ({ id, name }));
    return `export const topics = ${JSON.stringify([...shown, ...learn])}; export const integrations = ${JSON.stringify(crms)};`;
  };
  return {
    ...virtual("hub-names", write),
    configResolved: ({ command }) => {
      dev = command === "serve";
    },
  };
}
