import { replace, type Scan } from "./scan-state.ts";

const HEADING_ID = /\\?\{\s*(?:#([\w.:-]+)|\/\*\s*#([\w.:-]+)\s*\*\/)\s*\}[ \t]*(?=\n|$)/y;

/** `{#id}` at the end of a heading: noted, and left out. True when there was one. */
export function scanHeadingId(state: Scan): boolean {
  const { source, at } = state;
  HEADING_ID.lastIndex = at;
  const found = HEADING_ID.exec(source);
  const id = found?.[1] ?? found?.[2];
  if (!id) return false;
  const line = source.slice(source.lastIndexOf("\n", at - 1) + 1, at);
  if (!/^\s*#{1,6}\s/.test(line)) return false;
  state.headingIds.set(state.line, id);
  replace(state, HEADING_ID.lastIndex, "");
  return true;
}
