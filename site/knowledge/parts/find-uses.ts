import { attributeNames, attributeOf, blankCode, type MdxTag } from "../mdx-tags.ts";

/** `<Part name="…" />` in a text. */
export type PartUse = {
  name: string;
  /** What is put into the part's places, by their names. */
  values: Map<string, string>;
  line: number;
  /** Of the lines that it takes, whole. */
  start: number;
  end: number;
  lastLine: number;
  /** What stands before it in its line: spaces, and ">" of a quotation. */
  prefix: string;
  /** Why nothing can be put there. */
  fault: string | null;
};

const TAG = /(?<!\\)<(\/?)Part(?=[\s/>])((?:"[^"]*"|'[^']*'|\{[^}]*\}|[^>"'{])*)>/g;
const ALONE = "a part stands on lines of its own, with nothing before and after it";

/** In their order; what stands in code and comments is none. */
export function findUses(text: string): PartUse[] {
  if (!text.includes("<Part")) return [];
  const blanked = blankCode(text);
  return [...blanked.matchAll(TAG)].flatMap(({ 0: tag, 1: closes, 2: attributes = "", index }) => {
    if (closes) return [];
    const start = blanked.lastIndexOf("\n", index - 1) + 1;
    const tagEnd = index + tag.length;
    const end = blanked.indexOf("\n", tagEnd) < 0 ? text.length : blanked.indexOf("\n", tagEnd);
    const [prefix, rest] = [text.slice(start, index), text.slice(tagEnd, end)];
    const line = text.slice(0, index).split("\n").length;
    const read = { name: "Part", line, attributes };
    const isAlone = /^[ \t>]*$/.test(prefix) && rest.trim() === "";
    const fault = !attributes.trimEnd().endsWith("/") ? SHUT : isAlone ? findFault(read) : ALONE;
    const lastLine = line + tag.split("\n").length - 1;
    return [
      { name: attributeOf(read, "name") ?? "", values: valuesOf(read), line, start, end, lastLine, prefix, fault },
    ];
  });
}

const SHUT = 'it holds nothing, and ends itself: <Part name="…" />';

function findFault(tag: MdxTag): string | null {
  if (!attributeOf(tag, "name")?.trim()) return 'it needs name="…"';
  const odd = attributeNames(tag).find((name) => attributeOf(tag, name) === undefined);
  return odd ? `what is put into it stands between quotes: ${odd}="…"` : null;
}

const valuesOf = (tag: MdxTag): Map<string, string> =>
  new Map(
    attributeNames(tag)
      .filter((name) => name !== "name")
      .map((name) => [name, attributeOf(tag, name) ?? ""]),
  );
