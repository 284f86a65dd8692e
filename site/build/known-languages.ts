import prism from "prismjs/components.json" with { type: "json" };
import type { MdastPlugin } from "./plugins.ts";

const named = Object.entries(prism.languages as Record<string, { alias?: string | string[] }>);
const KNOWN = new Set([
  "astro",
  "plaintext",
  "text",
  "txt",
  ...named.filter(([name]) => name !== "meta").flatMap(([name, { alias = [] }]) => [name, ...[alias].flat()]),
]);

/** Code of a language that Prism does not know would be put into the page as it is, as markup: it becomes plain text. */
export const knownLanguages = {
  name: "known-languages",
  code(node, context) {
    const { lang } = node;
    if (!lang || KNOWN.has(lang)) return;
    const small = lang.toLowerCase();
    context.setProperty(node, "lang", KNOWN.has(small) ? small : "text");
  },
} satisfies MdastPlugin;
