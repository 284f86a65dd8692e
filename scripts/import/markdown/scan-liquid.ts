import { asValue, emitTag, replace, type Scan } from "./scan-state.ts";

const TAG = /\{%-?\s*(@?[\w/-]+)((?:[^%\n]|%(?!\})){0,1000}?)-?%\}/y;
const ATTRIBUTE = /([\w-]+)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'%]+))/g;

/** Blocks of GitBook by the component that the other flavours have for the same. */
const BLOCKS: Record<string, string> = {
  hint: "Aside",
  tabs: "Tabs",
  tab: "Tab",
  stepper: "Steps",
  step: "Step",
  columns: "Column",
  column: "Column",
  updates: "Column",
  update: "Update",
  code: "Titled",
  prompt: "Column",
};
/** What stands alone, whatever ends it. */
const ALONE: Record<string, [name: string, from: string]> = {
  embed: ["BlockLink", "url"],
  file: ["BlockLink", "src"],
  "page-ref": ["BlockLink", "page"],
  "content-ref": ["BlockLink", "url"],
  include: ["Snippet", "file"],
};
/** Nothing of theirs is seen. */
const SILENT = new Set(["raw", "endraw", ...Object.keys(ALONE).map((name) => `end${name}`)]);

/** `{% hint style="info" %}` and its end, as GitBook writes its blocks. True when there was one. */
export function scanLiquid(state: Scan): boolean {
  TAG.lastIndex = state.at;
  const found = TAG.exec(state.source);
  // `{{% … %}}` is Hugo's
  if (!found || state.source[state.at - 1] === "{") return false;
  const [raw, name = "", rest = ""] = found;
  const block = BLOCKS[name.replace(/^end/, "")];
  const alone = ALONE[name];
  if (block) emitBlock(state, block, name.startsWith("end"), rest, raw);
  else if (alone) emitAlone(state, alone, rest, raw);
  else if (!SILENT.has(name) && !name.startsWith("end"))
    state.tell(state.line, raw, "A block that the hub does not have was left out, the words within it were kept.");
  replace(state, name === "content-ref" ? endOfReference(state, TAG.lastIndex) : TAG.lastIndex, "");
  return true;
}

/** What stands within a reference says the same once more. */
function endOfReference({ source }: Scan, from: number): number {
  const end = /\{%\s*endcontent-ref\s*%\}/.exec(source.slice(from, from + 2000));
  return end ? from + end.index + end[0].length : from;
}

function emitBlock(state: Scan, name: string, ends: boolean, rest: string, raw: string): void {
  if (ends) return emitTag(state, name, "close", `</${name}>`, raw);
  const given = readAttributes(rest);
  const attributes = [
    ["type", given.get("style")],
    ["title", given.get("title")],
    ["label", given.get("date")],
  ].flatMap(([key, value]) => (value ? [` ${key}="${value}"`] : []));
  emitTag(state, name, "open", `<${name}${attributes.join("")}>`, raw);
}

function emitAlone(state: Scan, [name, from]: [string, string], rest: string, raw: string): void {
  const given = readAttributes(rest);
  const value = given.get(from) ?? /^\s*"([^"]+)"/.exec(rest)?.[1] ?? "";
  const words =
    name === "Snippet"
      ? ` file="${asValue(value)}"`
      : ` href="${value}" label="${given.get("caption") || (from === "src" ? value.replace(/^.*\//, "") : value)}"`;
  emitTag(state, name, "alone", `<${name}${words} />`, raw);
}

const readAttributes = (rest: string): Map<string, string> =>
  new Map(
    [...rest.matchAll(ATTRIBUTE)].map(([, key = "", double, single, bare]) => [
      key,
      asValue(double ?? single ?? bare ?? ""),
    ]),
  );
