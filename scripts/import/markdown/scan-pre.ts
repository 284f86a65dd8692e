import rehypeParse from "rehype-parse";
import { unified } from "unified";
import { findElement } from "../html/elements.ts";
import { readCode } from "../html/read-code.ts";
import { replace, type Scan } from "./scan-state.ts";

const OPEN = /<pre\b[^>\n]*>/iy;
const html = unified().use(rehypeParse, { fragment: true }).freeze();

/** Code between tags, which may mark words of it: a block of code as Markdown has it. True when there was one. */
export function scanPre(state: Scan): boolean {
  const { source, at } = state;
  if (at > 0 && source[at - 1] !== "\n") return false;
  OPEN.lastIndex = at;
  const end = at < state.lastPre && OPEN.test(source) ? source.indexOf("</pre>", at) : -1;
  if (end < 0) return false;
  const pre = findElement(html.parse(source.slice(at, end)), ({ tagName }) => tagName === "pre");
  const code = pre && readCode(pre);
  if (code?.type !== "code") return false;
  const longest = Math.max(2, ...[...code.value.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = "`".repeat(longest + 1);
  // the fence takes the place of the empty line before it: the lines behind keep their numbers
  if (state.pieces.at(-1) === "\n") state.pieces.pop();
  replace(state, end + "</pre>".length, `${fence}${code.lang ?? ""}\n${code.value}\n${fence}`);
  return true;
}
