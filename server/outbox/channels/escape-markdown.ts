/** An underscore within a word is none of Markdown's, and addresses are full of them. */
const INLINE = /[\\`*[\]<]|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])|~(?=~)|(?<=~)~|&(?=#?\w+;)/gu;
/** What begins a heading, a quote, a list, a rule or a table: `|`, `:` and `-` begin the line below a table's head. */
const BLOCK = /^[#>+=|:~-]/gm;
const NUMBERED = /^(\d+)(?=[.)])/gm;
/** Four spaces make code, and behind fewer a line may still begin a list. */
const INDENT = /^[ \t]+/gm;

/** Markdown that reads as `text` does: nothing in it is formatted, and no link has another label than its address. */
export const escapeMarkdown = (text: string): string =>
  text
    .replaceAll(/\r\n?/g, "\n")
    .replace(INLINE, "\\$&")
    .replace(BLOCK, "\\$&")
    .replace(NUMBERED, "$1\\")
    .replace(INDENT, (indent) => indent.replaceAll("\t", "    ").replaceAll(" ", "\u00a0"));
