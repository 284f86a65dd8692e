import { fenceAfter, fenceOf } from "./fences.ts";
import { withoutIcons } from "./mkdocs-words.ts";
import { asAttribute } from "./scan-directive.ts";

const BLOCK = /^([ \t]*)(!!!|\?\?\?\+?|===[!+]?)[ \t]+(.*)$/;
/** `/// tip | Title` */
const SLASHES = /^([ \t]*)(\/{3,})[ \t]+([\w-]+)[ \t]*(?:\|[ \t]*(.*))?$/;
/** `::: pkg.name`, with settings below it. */
const GENERATED = /^:::[ \t]+[\w.]+[ \t]*$/;
const OPTION = /^(?: {4}|\t)([\w-]+):[ \t]*(.*)$/;
const KINDS = new Set(
  "note abstract info tip success question warning failure danger bug example quote summary hint important check done help faq caution attention fail missing error cite".split(
    " ",
  ),
);
/** Their words stand for themselves. */
const PLAIN = new Set(["html", "caption", "figure-caption", "definition"]);

export type Block = {
  indent: string;
  open: string;
  close: string;
  isTab: boolean;
  /** Its lines, as they are without it, and where it has ended. */
  inner: string[];
  end: number;
};

type Say = (todo: string) => void;

/** The block that begins at this line. Null for any other line. */
export function readBlock(lines: string[], at: number, inList: boolean, say: Say): Block | null {
  const line = lines[at] ?? "";
  if (GENERATED.test(line)) {
    say("What a plugin makes of code was left out: write it, or link to it.");
    return { indent: "", open: "", close: "", isTab: false, inner: [], end: endOfIndent(lines, at + 1, "") };
  }
  const [, indent = "", mark = "", rest = ""] = BLOCK.exec(line) ?? [];
  if (!mark) return readSlashes(lines, at, say);
  if (indent !== "" && !inList) return null;
  const named = nameBlock(mark, rest, say);
  if (!named) return null;
  const end = endOfIndent(lines, at + 1, indent);
  const inner = lines
    .slice(at + 1, end)
    .map((each) => each.slice(each.trim() ? indent.length : 0).replace(/^(?: {4}|\t)/, ""));
  return { indent, ...named, inner, end };
}

function nameBlock(mark: string, rest: string, say: Say) {
  const title = titleIn(rest.trimEnd());
  if (mark.startsWith("===")) return title === undefined ? null : tab(title);
  const kind = /^[\w-]+/.exec(rest)?.[0].toLowerCase();
  if (!kind) return null;
  return mark === "!!!" ? aside(kind, title, say) : accordion(title ?? kind.charAt(0).toUpperCase() + kind.slice(1));
}

/** What stands between slashes, as many at its end as where it begins. */
function readSlashes(lines: string[], at: number, say: Say): Block | null {
  const [, indent = "", slashes = "", kind = "", title] = SLASHES.exec(lines[at] ?? "") ?? [];
  const end = slashes ? endOfSlashes(lines, at + 1, slashes) : null;
  if (end === null) return null;
  const inner = lines.slice(at + 1, end);
  const options = new Map<string, string>();
  for (let option = OPTION.exec(inner[0] ?? ""), index = 0; option; option = OPTION.exec(inner[++index] ?? "")) {
    options.set(option[1] ?? "", option[2] ?? "");
    inner[index] = "";
  }
  const named = () => {
    if (kind === "tab") return tab(title ?? "");
    if (kind === "details") return accordion(title ?? "Details");
    if (PLAIN.has(kind)) return { open: "<Column>", close: "</Column>", isTab: false };
    return aside(kind === "admonition" ? (options.get("type") ?? "note") : kind, title, say);
  };
  return { indent, ...named(), inner, end: end + 1 };
}

const tab = (title: string) => ({ open: `<Tab title="${asTitle(title)}">`, close: "</Tab>", isTab: true });
const accordion = (title: string) => ({
  open: `<Accordion title="${asTitle(title)}">`,
  close: "</Accordion>",
  isTab: false,
});
function aside(kind: string, title: string | undefined, say: Say) {
  if (!KINDS.has(kind)) say("A kind of note that the hub does not have: it became a plain one.");
  const named = title ? ` title="${asTitle(title)}"` : "";
  return { open: `<Aside type="${kind}"${named}>`, close: "</Aside>", isTab: false };
}
const asTitle = (words: string) => asAttribute(withoutIcons(words)).trim();

/** The first line that is no content: less indented than what stands in the block. */
function endOfIndent(lines: string[], from: number, indent: string): number {
  const inside = new RegExp(`^${indent}(?: {4}|\\t)`);
  let end = from;
  for (let at = from; at < lines.length; at++) {
    if (inside.test(lines[at] ?? "")) end = at + 1;
    else if (lines[at]?.trim() !== "") break;
  }
  // an empty line behind it has room for what ends it
  return end < lines.length && lines[end]?.trim() === "" ? end + 1 : end;
}

/** The line that ends it; slashes within code do not. */
function endOfSlashes(lines: string[], from: number, slashes: string): number | null {
  let fence: string | null = null;
  for (let at = from; at < lines.length; at++) {
    const line = lines[at] ?? "";
    if (fence === null && line.trim() === slashes) return at;
    fence = fenceAfter(fence, fenceOf(line));
  }
  return null;
}

/** What stands between the first and the last quotation mark. */
const titleIn = (words: string): string | undefined => {
  const from = words.indexOf('"');
  return from >= 0 && from < words.length - 1 && words.endsWith('"') ? words.slice(from + 1, -1) : undefined;
};
