import { splitArticle } from "#content/split-article.ts";

export type MdxTag = { name: string; line: number; attributes: string };
/** A tag where it stands: `before` is what is between it and the tag before, without code and comments. */
export type PlacedTag = MdxTag & { kind: "opens" | "closes" | "stands alone"; before: string };

const TAG = /(?<!\\)<(\/?)([A-Z][\w.]*)((?:"[^"]*"|'[^']*'|\{[^}]*\}|[^>"'{])*)>/g;

/** Capitalised tags of an MDX file; what stands in code, comments and the first lines is none, nor is `\<Name>`. */
export const readTags = (mdx: string): MdxTag[] => readPlacedTags(mdx).filter(({ kind }) => kind !== "closes");

/** The tags of one block. */
export const tagsOf = (mdx: string, name: string): MdxTag[] =>
  mdx.includes(`<${name}`) ? readTags(mdx).filter((tag) => tag.name === name) : [];

/** The same with those that close, in their order. */
export function readPlacedTags(mdx: string): PlacedTag[] {
  const text = blankCode(mdx);
  const lineAt = countLines(text);
  let end = 0;
  return [...text.matchAll(TAG)].map(({ 0: tag, 1: slash, 2: name = "", 3: attributes = "", index }) => {
    const before = text.slice(end, index);
    end = index + tag.length;
    const kind = slash ? "closes" : attributes.trimEnd().endsWith("/") ? "stands alone" : "opens";
    return { name, attributes, line: lineAt(index), kind, before };
  });
}

/** Names that stand alone between braces in the text, and are nowhere in the file given a meaning. */
export function readNames(mdx: string): { name: string; line: number }[] {
  const text = blankCode(mdx);
  const lineAt = countLines(text);
  const outside = text.replace(TAG, blank);
  return [...outside.matchAll(/(?<!\\)\{\s*([A-Za-z_$][\w$.]*)\s*\}/g)]
    .map((match) => ({ name: match[1] ?? "", line: lineAt(match.index) }))
    .filter(({ name }) => !new RegExp(`^(?:import|export)\\b.*\\b${name.split(".")[0]}\\b`, "m").test(text));
}

/** Its address stands in `<>` where it has spaces, and may have pairs of brackets: `![Fields](shot(1).png)`. */
const IMAGE = /(?<!\\)!\[([^\]]*)\]\((?:<([^<>\n]*)>|((?:[^()\s\\]|\\.|\((?:[^()\s\\]|\\.)*\))*))/g;

/** Images written as `![alt](src)`. */
export function readImages(mdx: string): { alt: string; src: string; line: number }[] {
  const text = blankCode(mdx);
  const lineAt = countLines(text);
  return [...text.matchAll(IMAGE)].map(({ 1: alt = "", 2: inBrackets, 3: bare = "", index }) => ({
    alt,
    src: (inBrackets ?? bare).replace(/\\([!-/:-@[-`{-~])/g, "$1"),
    line: lineAt(index),
  }));
}

/** The value of `name="…"` among a tag's attributes. */
export function attributeOf(tag: MdxTag, name: string): string | undefined {
  const match = new RegExp(`(?:^|\\s)${name}=(?:"([^"]*)"|'([^']*)')`).exec(tag.attributes);
  return match?.[1] ?? match?.[2];
}

/** The names of a tag's attributes, with and without a value. */
export const attributeNames = ({ attributes }: MdxTag): string[] =>
  attributes.replace(/"[^"]*"|'[^']*'|\{[^}]*\}/g, " ").match(/[A-Za-z][\w-]*/g) ?? [];

/** The line of one index after another, each behind the one before: every sign is looked at once. */
function countLines(text: string): (index: number) => number {
  let line = 1;
  let from = 0;
  return (index) => {
    for (let at = text.indexOf("\n", from); at >= 0 && at < index; at = text.indexOf("\n", from)) {
      line += 1;
      from = at + 1;
    }
    return line;
  };
}

const FENCE = String.raw`^ *(?<fence>\`{3,}|~{3,})[^\n]*\n[\s\S]*?^ *\k<fence>[\`~]* *$`;
/** May go on to the next line, but not past an empty one. */
const CODE = String.raw`(?<!\`)(?<ticks>\`+)(?!\`)(?:[^\n]|\n(?![ \t]*\n))*?(?<!\`)\k<ticks>(?!\`)`;
const COMMENT = String.raw`\{\/\*[\s\S]*?\*\/\}`;
const NO_TEXT = new RegExp([FENCE, CODE, COMMENT].join("|"), "gm");

/** Puts spaces for the first lines, code and comments, so that every line keeps its number. */
export const blankCode = (mdx: string): string => blankHead(mdx).replace(NO_TEXT, blank);

/** The same for the first lines alone. */
export function blankHead(mdx: string): string {
  const { body } = splitArticle(mdx);
  return blank(mdx.slice(0, mdx.length - body.length)) + body;
}

const blank = (text: string): string => text.replace(/[^\n]/g, " ");
