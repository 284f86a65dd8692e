import { createMdxMdastHandle, dropHandle } from "satteri";
import type { Mistake } from "#content/mistakes.ts";
import type { ArticleText } from "./read-sources.ts";

/** What a reader of MDX says, put into words for who wrote the text; `at` is the text from the place on. */
type Say = (match: string[], at: string) => string;

/** The first place at which an article cannot be read as MDX: what follows may be meant otherwise than it is read. */
export function checkMdx(source: ArticleText): Mistake[] {
  try {
    dropHandle(createMdxMdastHandle(source.text));
    return [];
  } catch (error) {
    return [sayMdxMistake(source, (error as Error).message)];
  }
}

/** `said` begins with "line:column: ". */
function sayMdxMistake({ file, text }: ArticleText, said: string): Mistake {
  const [, line = "1", column = "1", message = said] = /^(\d+):(\d+): ([^]*)$/.exec(said) ?? [];
  const at = text
    .split("\n")
    .slice(Number(line) - 1)
    .join("\n")
    .slice(Number(column) - 1);
  for (const [pattern, say] of SAYINGS) {
    const match = pattern.exec(message);
    if (match) return { file, line: Number(line), message: say(match, at) };
  }
  return { file, line: Number(line), message: message.replace(/ \([\w-]+:[\w-]+\)$/, "") };
}

const SAYINGS: [RegExp, Say][] = [
  [/^Unexpected character/, (_match, at) => sayLessThan(at)],
  [
    /^Unexpected closing tag `(.+)`, expected an open tag/,
    ([, tag]) => `${tag} closes nothing: take it out, or open it before`,
  ],
  [
    /^Unexpected closing tag `(.+)`, expected corresponding closing tag for `<(.+)>` \((\d+):/,
    ([, tag, name, line]) => `${tag} stands where <${name}> of line ${line} is still open: write </${name}> before it`,
  ],
  [
    /^Expected a closing tag for `<((?:br|hr|img|input|wbr)\b)/,
    ([, name]) => `<${name}> needs a slash at its end: <${name} />`,
  ],
  [
    /^Expected a closing tag for `<(.+?)>`/,
    ([, name]) =>
      `<${name}> is not closed: write </${name}> as deep as <${name}>, each on a line of its own; a name that is no tag stands between backticks`,
  ],
  [
    /^Expected the closing tag `<\/(.+?)>`/,
    ([, name]) =>
      `</${name}> stands at the end of a text, and <${name}> on a line of its own: put both on lines of their own`,
  ],
  [/closing brace for `\{`/, () => "{ begins code, and no } ends it: write \\{ where it is a sign"],
  [
    /^Could not parse (?:expression|esm)/,
    () => "what stands between { and } is taken for code: write \\{ where it is a sign, or put it between backticks",
  ],
];

/** A "<" that begins no tag. */
function sayLessThan(at: string): string {
  if (at.startsWith("<!--")) return "a comment is written {/* … */}";
  if (/^<(?:https?:|mailto:|[^\s<>@]+@)/.test(at))
    return "take < and > away from the address, or write [words](address)";
  const [, name, attributes = ""] = /^<\/?([A-Za-z]\w*)((?:\s[^]*?)?)(?:>|$)/.exec(at) ?? [];
  if (!name) return "< begins a tag: write \\< where it is a sign";
  if (/[“”„‘’]/.test(attributes))
    return `<${name}>: a value stands between straight quotes ("…"), not between curved ones`;
  return `<${name}>: a value stands between straight quotes, as in name="…"`;
}
