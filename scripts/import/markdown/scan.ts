import type { Tell } from "../report.ts";
import { decodeAddress } from "../source.ts";
import { scanDirective } from "./scan-directive.ts";
import { scanHeadingId } from "./scan-heading-id.ts";
import { scanLiquid } from "./scan-liquid.ts";
import { scanModule } from "./scan-module.ts";
import { scanPre } from "./scan-pre.ts";
import { scanTag } from "./scan-tag.ts";
import { scanVerbatim } from "./scan-verbatim.ts";
import { closeBrackets, countLines, emitTag, replace, take, type Scan } from "./scan-state.ts";

const FENCE = /[ \t>]*(?:(?:[-*+]|\d+[.)])[ \t]*)?(`{3,}|~{3,})[^\n]*(?:\n|$)/y;
const AUTOLINK = /<((?:https?:\/\/|mailto:)[^\s<>]+|[\w.+-]+@[\w-]+(?:\.[\w-]+)+)>/y;
/** `[words](<an address>)` */
const ADDRESS = /^<([^<>\n]*)>/;
const DETAILS = /<details\b[^>\n]*>[ \t]*<summary[^>\n]*>([^\n]*?)<\/summary>[ \t]*(?=\n|$)/iy;
const RAW_ELEMENT = /<(script|style|noscript|template)\b[\s\S]*?(?:<\/\1\s*>|\/>|$)/iy;

/** Reads a Markdown source into pieces that MDX understands. Code stays as it is; each line keeps its number. */
export function scan(source: string, isMdx: boolean, tell: Tell): Scan {
  const state: Scan = {
    source,
    isMdx,
    tell,
    at: 0,
    line: 1,
    pieces: [],
    headingIds: new Map(),
    imports: new Map(),
    constants: new Map(),
    directives: [],
    unclosed: 0,
    lastComment: source.lastIndexOf("-->"),
    lastPre: source.lastIndexOf("</pre>"),
    lastClose: [...source.matchAll(/^[ \t>]*:{3,}[ \t]*$/gm)].at(-1)?.index ?? -1,
    paragraph: { end: 0, unclosed: new Set() },
  };
  while (state.at < source.length) scanNext(state);
  for (const name of state.directives.toReversed()) emitTag(state, name, "close", `\n</${name}>`, "");
  return state;
}

function scanNext(state: Scan): void {
  const { source, at } = state;
  if (at === 0 || source[at - 1] === "\n") {
    if (scanFence(state) || scanDirective(state) || scanModule(state)) return;
  }
  const char = source[at] ?? "";
  if (char === "`") scanCode(state);
  else if (char === "<") scanAngle(state);
  else if (char === "\\" && !scanHeadingId(state)) take(state, at + 2);
  else if (char === "{" && !state.isMdx && scanLiquid(state)) return;
  else if (char === "{") scanBrace(state);
  else if (char === "}") replace(state, at + 1, "\\}");
  else if (char !== "\\") take(state, nextSpecial(source, at));
}

function nextSpecial(source: string, at: number): number {
  const special = /[`<\\{}\n]/g;
  special.lastIndex = at;
  const found = special.exec(source);
  if (!found) return source.length;
  return found[0] === "\n" ? found.index + 1 : Math.max(found.index, at + 1);
}

function scanFence(state: Scan): boolean {
  FENCE.lastIndex = state.at;
  const found = FENCE.exec(state.source);
  const marks = found?.[1];
  if (!marks || (marks.startsWith("`") && found[0].slice(found[0].indexOf(marks) + marks.length).includes("`")))
    return false;
  const close = new RegExp(`^[ \\t>]*${marks[0]}{${marks.length},}[ \\t]*$`, "gm");
  close.lastIndex = FENCE.lastIndex;
  take(state, close.exec(state.source) ? close.lastIndex : state.source.length);
  return true;
}

/** Code within a line goes on to its other end, but not past an empty line. */
function scanCode(state: Scan): void {
  const { source, at } = state;
  const run = /`+/y;
  run.lastIndex = at;
  const ticks = run.exec(source)?.[0] ?? "`";
  const { paragraph } = state;
  if (at >= paragraph.end) {
    const blank = /\n[ \t]*\n/g;
    blank.lastIndex = at;
    state.paragraph = { end: blank.exec(source)?.index ?? source.length, unclosed: new Set() };
  }
  const { end, unclosed } = state.paragraph;
  const from = at + ticks.length;
  const close = unclosed.has(ticks.length) ? null : new RegExp(`(?<!\`)${ticks}(?!\`)`).exec(source.slice(from, end));
  if (!close) unclosed.add(ticks.length);
  take(state, close ? from + close.index + ticks.length : from);
}

function scanAngle(state: Scan): void {
  const { source, at } = state;
  if (source.startsWith("<!--", at)) {
    const end = at < state.lastComment ? source.indexOf("-->", at) : -1;
    return end < 0 ? replace(state, at + 1, "\\<") : replace(state, end + 3, "");
  }
  const address =
    /\](?:\(|:[ \t]*)$/.test(source.slice(Math.max(0, at - 20), at)) && ADDRESS.exec(source.slice(at, at + 2000));
  if (address) return replace(state, at + address[0].length, encodeParens(encodeURI(decodeAddress(address[1] ?? ""))));
  AUTOLINK.lastIndex = at;
  const auto = AUTOLINK.exec(source)?.[1];
  if (auto) {
    const url = /^(?:https?|mailto):/.test(auto) ? auto : `mailto:${auto}`;
    return replace(state, AUTOLINK.lastIndex, `[${auto}](${encodeParens(url)})`);
  }
  if (!state.isMdx && scanPre(state)) return;
  RAW_ELEMENT.lastIndex = at;
  const raw = RAW_ELEMENT.exec(source);
  if (raw) {
    state.tell(
      state.line,
      raw[0],
      `<${raw[1]?.toLowerCase()}> was left out: articles run no code and bring no styles.`,
    );
    return replace(state, RAW_ELEMENT.lastIndex, "");
  }
  if (/^<\/?>/.test(source.slice(at, at + 3))) return replace(state, source.indexOf(">", at) + 1, "");
  if (scanDetails(state)) return;
  const tag = scanTag(state);
  if (!tag) return replace(state, at + 1, "\\<");
  if (scanVerbatim(state, tag)) return;
  const kind = tag.closes ? "close" : tag.alone ? "alone" : "open";
  emitTag(state, tag.name, kind, tag.text, source.slice(at, tag.end));
  state.line += countLines(source.slice(at, tag.end));
  state.at = tag.end;
}

/** What opens a fold in one line would be a paragraph to MDX, which the fold does not end in. */
function scanDetails(state: Scan): boolean {
  DETAILS.lastIndex = state.at;
  const found = DETAILS.exec(state.source);
  if (!found) return false;
  const words = (found[1] ?? "")
    .replace(/<[^>]*>|[*`]/g, "")
    .trim()
    .replaceAll('"', "&quot;");
  emitTag(state, "details", "open", `<details title="${words}">`, found[0]);
  state.at = DETAILS.lastIndex;
  return true;
}

function scanBrace(state: Scan): void {
  const { at, isMdx } = state;
  if (scanHeadingId(state)) return;
  const end = isMdx ? closeBrackets(state, at) : null;
  if (end === null) replace(state, at + 1, "\\{");
  else take(state, end);
}

const encodeParens = (url: string) => url.replaceAll("(", "%28").replaceAll(")", "%29");
