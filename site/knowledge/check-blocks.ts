/** What is wrong with the blocks of an article as written: their names, attributes and places. */
import { BLOCK_NAMES, blockOf, PART } from "#content/blocks.ts";
import type { Mistake } from "#content/mistakes.ts";
import { nearest } from "#content/nearest.ts";
import { foreignBlocks } from "./foreign-blocks.ts";
import { attributeNames, attributeOf, blankCode, readPlacedTags, readTags, type MdxTag } from "./mdx-tags.ts";
import type { ArticleText } from "./read-sources.ts";

export function checkBlockNames({ file, text }: ArticleText): Mistake[] {
  return readTags(text)
    .filter(({ name }) => !blockOf(name))
    .map(({ name, line }) => {
      const instead = foreignBlocks.get(name);
      const others = instead ? `write ${instead}` : `there are ${BLOCK_NAMES.join(", ")}`;
      return { file, line, message: `there is no block <${name}>; ${others}` };
    });
}

export const checkBlocks = (source: ArticleText): Mistake[] => [...checkImports(source), ...checkTags(source)];

const PACKAGE = /^import\s(?:[\w\s$*{},]+\sfrom\s+)?(["'])[^./#"'][^"']*\1;?\s*$/;

/** Of packages: what stands beside an article may be imported. */
function checkImports({ file, text }: ArticleText): Mistake[] {
  if (!text.includes("import")) return [];
  return blankCode(text)
    .split("\n")
    .flatMap((line, index) =>
      PACKAGE.test(line) ? [{ file, line: index + 1, message: "blocks need no import: take the line out" }] : [],
    );
}

function checkTags({ file, text }: ArticleText): Mistake[] {
  const open: MdxTag[] = [];
  const mistakes: Mistake[] = [];
  const say = ({ line, name }: MdxTag, message: string) =>
    mistakes.push({ file, line, message: `<${name}>: ${message}` });
  for (const tag of readPlacedTags(text)) {
    const outer = open.at(-1);
    const stray = outer && findStray(outer, tag.before);
    if (stray) say(outer, stray);
    if (tag.kind === "closes") {
      // tags that do not fit together are told where the text is read as MDX
      if (open.pop()?.name !== tag.name) return mistakes;
      continue;
    }
    for (const message of [...findMisplaced(tag, outer), ...findAttributes(tag)]) say(tag, message);
    if (tag.kind === "opens") open.push(tag);
  }
  return mistakes;
}

function findStray({ name }: MdxTag, text: string): string | undefined {
  const { holdsOnly } = blockOf(name) ?? {};
  const [words] = text.trim().split("\n");
  if (!holdsOnly || !words) return undefined;
  return `"${words}" stands in none of its blocks; put it into ${holdsOnly.map((each) => `<${each}>`).join(" or ")}`;
}

function findMisplaced({ name }: MdxTag, outer: MdxTag | undefined): string[] {
  const { within } = blockOf(name) ?? {};
  return within && outer?.name !== within ? [`it belongs into <${within}>`] : [];
}

function findAttributes(tag: MdxTag): string[] {
  const block = blockOf(tag.name);
  // of a part that could not be put there it has been said why
  if (!block || tag.name === PART) return [];
  const { needs = [], takes = {} } = block;
  const known = [...needs, ...Object.keys(takes)];
  const names = attributeNames(tag);
  const unknown = names.filter((name) => !known.includes(name)).map((name) => sayUnknown(name, known));
  // a value between braces is there, whatever it is
  const missing = needs.filter((name) => !names.includes(name) || attributeOf(tag, name)?.trim() === "");
  const wrong = Object.entries(takes).flatMap(([name, values]) => {
    const value = attributeOf(tag, name);
    return value === undefined || !values || values.includes(value) ? [] : [sayValue(name, value, values)];
  });
  return [...unknown, ...missing.map((name) => `it needs ${name}="…"`), ...wrong];
}

function sayUnknown(name: string, known: string[]): string {
  const meant = nearest(name, known);
  const others = known.length > 0 ? `it has ${known.join(", ")}` : "it has none";
  return `there is no ${name}; ${meant ? `did you mean ${meant}?` : others}`;
}

const sayValue = (name: string, value: string, values: string[]) =>
  `${name}="${value}" is none of ${values.map((each) => `"${each}"`).join(", ")}`;
