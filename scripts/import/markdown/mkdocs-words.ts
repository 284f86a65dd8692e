const CODE = /(`+[^`]*`+)/;
const ICON = /:(?:material|octicons|fontawesome|simple)-[a-z0-9-]+:(?:\{[^{}\n]*\})?[ \t]?/g;
/** `{ .md-button }` behind a link, `{ width="300" }` behind a picture. */
const ATTRIBUTES = /(?<=[)\]*_])\{:?[ \t]*(?:[.#][\w-]|[\w-]+=)[^{}\n]*\}/g;
const ATTRIBUTES_OF_CODE = /^\{:?[ \t]*[.#][\w-][^{}\n]*\}/;
const ATTRIBUTES_ALONE = /^[ \t]*\{:?[ \t]*[.#][\w-][^{}\n]*\}[ \t]*$/;
/** `++ctrl+alt+del++` */
const KEYS = /\+\+([a-z0-9-]+(?:\+[a-z0-9-]+)*)\+\+/g;
const SNIPPET = /^[ \t]*-+8<-+(?:[ \t]|$)/;
const ABBREVIATION = /^\*\[[^\]\n]+\]:/;

/** A line as Markdown has it: no icons, no attributes. What cannot be kept is told. */
export function readWords(line: string, tell: (todo: string) => void): string {
  if (ATTRIBUTES_ALONE.test(line)) return "";
  if (SNIPPET.test(line)) {
    tell("A snippet of MkDocs was left out: put its text here.");
    return "";
  }
  if (ABBREVIATION.test(line)) {
    tell("An abbreviation was left out: write it into glossary.yaml.");
    return "";
  }
  return line
    .split(CODE)
    .map((part, index) =>
      index % 2 === 1
        ? part
        : part
            .replace(index > 0 ? ATTRIBUTES_OF_CODE : "", "")
            .replace(ICON, "")
            .replace(ATTRIBUTES, "")
            .replace(KEYS, writeKeys),
    )
    .join("");
}

const writeKeys = (_all: string, keys: string): string =>
  keys
    .split("+")
    .map((key) => `<kbd>${key.charAt(0).toUpperCase()}${key.slice(1)}</kbd>`)
    .join("+");
