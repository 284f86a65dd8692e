import { marksOfCode, titleOfCode } from "#site/build/describe-code.ts";
import type { Tell } from "../report.ts";
import { lineOf, type Node } from "../tree.ts";
import { takeMarks } from "./code-marks.ts";

export type Code = Extract<Node, { type: "code" }>;

/** Mintlify's title has no name; words that turn something on are none. */
const PLAIN_TITLE =
  /^(?!.*\b(?:showLineNumbers|noLineNumbers|live|npm2yarn|noInline|wrap|nowrap|lines|expandable|twoslash|copy|nocopy|ignore|frame)\b)\s*[\p{L}\p{N}_./@~-][\p{L}\p{N}_ ./+#()&:,@'~-]*$/u;

/** What stands beside the language: only a title is text. */
export function titleCode(node: Code, tell: Tell): Code {
  if (node.lang === "mermaid")
    tell(lineOf(node), "```mermaid", "A drawing in code stays code: draw it, and put it in: ![what it shows](…).");
  const [lang, meta] = readLanguage(node);
  const named = titleOfCode({ meta }) ?? /^\[([^\]]+)\]/.exec(meta ?? "")?.[1];
  // `{1,3-5}`, `wrap` and `theme={null}` stand behind a title of Mintlify's
  const bare = meta?.replace(/(?:\b\w+=)?\{[^{}]*\}|\s(?:wrap|lines|expandable|twoslash)\b/g, "").trim();
  const title = named ?? (bare && PLAIN_TITLE.test(bare) ? bare : undefined);
  const { value, marks: said } = takeMarks(node.value);
  // of a line that is gone, the numbers behind the fence know nothing
  const isWhole = value.split("\n").length === node.value.split("\n").length;
  const marks = { ...(isWhole && marksOfCode({ meta: meta?.replace(/\bhighlight=(?=\{)/g, "") })), ...said };
  return codeWith(title, { ...node, value, lang: lang?.replace(/[^\w.#+-].*$/s, "") || null }, marks);
}

/** `{.python title="a.py"}` names a language too; without one the title stands in its place. */
function readLanguage({ lang, meta }: Code): [string | null | undefined, string | null | undefined] {
  if (!/[={]/.test(lang ?? "")) return [lang, meta];
  const all = `${lang} ${meta ?? ""}`;
  return [/^\{\s*\.([\w+#-]+)/.exec(all)?.[1] ?? null, all];
}

/** Code under a title, with marked lines, as the hub's Markdown writes it. */
export function codeWith(title: string | undefined, code: Code, marks: ReturnType<typeof marksOfCode> = {}): Code {
  const said = Object.entries(marks).map(([name, value]) => writeMark(name, value));
  if (title) said.unshift(`title="${title.replaceAll('"', "'")}"`);
  if (said.length === 0) return { ...code, meta: null };
  return { ...code, lang: code.lang ?? "text", meta: said.join(" ") };
}

function writeMark(name: string, value: string): string {
  if (name === "wrap") return name;
  return name === "mark" ? `{${value}}` : `${name}={${value}}`;
}
