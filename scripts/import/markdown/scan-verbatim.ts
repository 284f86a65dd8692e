import { asValue, emitTag, replace, type Scan } from "./scan-state.ts";
import type { Tag } from "./scan-tag.ts";

/** Components whose words are shown as they are written: marks of Markdown and braces are signs there. */
const VERBATIM = new Set(["Prompt", "Terminal", "Latex"]);

/** Puts what such a tag stands around into an attribute of it. True when it is one. */
export function scanVerbatim(state: Scan, tag: Tag): boolean {
  const { source, at } = state;
  const close = `</${tag.name}>`;
  const end = VERBATIM.has(tag.name) && !tag.closes && !tag.alone ? source.indexOf(close, tag.end) : -1;
  if (end < 0) return false;
  const words = dedent(source.slice(tag.end, end).replace(/^[ \t]*\n|\s+$/g, ""));
  const value = asValue(words).replaceAll("\n", "&#10;");
  emitTag(state, tag.name, "alone", tag.text.replace(/\n*>$/, ` code="${value}" />`), source.slice(at, tag.end));
  replace(state, end + close.length, "");
  return true;
}

function dedent(words: string): string {
  const lines = words.split("\n");
  const indents = lines.filter((line) => line.trim()).map((line) => line.search(/\S/));
  return lines.map((line) => line.slice(Math.min(...indents))).join("\n");
}
