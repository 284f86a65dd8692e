import { asAttribute } from "./scan-directive.ts";

const CODE = /(`+[^`]*`+)/;
const ICON = /:(?:material|octicons|fontawesome|simple)-[a-z0-9-]+:(?:\{([^{}\n]*)\})?[ \t]?/g;
/** `{ .md-button }` behind a link, `{ width="300" }` behind a picture. */
const ATTRIBUTES = /(?<=[)\]*_])\{:?[ \t]*(?:[.#][\w-]|[\w-]+=)[^{}\n]*\}/g;
const ATTRIBUTES_OF_CODE = /^\{:?[ \t]*[.#][\w-][^{}\n]*\}/;
const ATTRIBUTES_ALONE = /^[ \t]*\{:?[ \t]*[.#][\w-][^{}\n]*\}[ \t]*$/;
/** `++ctrl+alt+del++` */
const KEYS = /\+\+([a-z0-9-]+(?:\+[a-z0-9-]+)*)\+\+/g;
/** `--8<-- "a.md"` */
export const SNIPPET = /^[ \t]*-+8<-+[ \t]+"([^"\n]+)"[ \t]*$/;
/** What cannot be kept, and what is to be done. */
const LEFT_OUT: [mark: RegExp, todo: string][] = [
  [/^[ \t]*-+8<-+(?:[ \t]|$)/, "A snippet of MkDocs was left out: put its text here."],
  [/^\*\[[^\]\n]+\]:/, "An abbreviation was left out: write it into glossary.yaml."],
  [/^[ \t]*\{\*.*\*\}[ \t]*$/, "What a plugin puts in was left out: put it here."],
];

/** `# (1)!` in code. */
const CODE_MARK = /(?<=(?:#|\/\/|--|;|%|<!--|\/\*)[ \t]*)\((\d+)\)!/g;
const ANNOTATION = "A note to this place: it stands in the list below, by its number. See whether it reads well.";
/** What mkdocstrings and mkdocs-autorefs know the address of: `[words][pkg.name]` and `[pkg.name][]`. */
const REFERENCE = /`+[^`]*`+|(?<![\w\]!])\[((?:[^[\]`]|`[^`]*`)+)\]\[((?:\w+\.)+\w+|)\]/g;
/** `construct`: where it is less than the line. */
type Say = (todo: string, construct?: string) => void;

/** A line of code: its marks of notes are numbers. */
export function readCodeLine(line: string, tell: Say): string {
  if (line.search(CODE_MARK) < 0) return line;
  tell(ANNOTATION);
  return line.replace(CODE_MARK, "($1)");
}

/** An icon's title is all that it says. */
export const withoutIcons = (words: string): string =>
  words.replace(ICON, (_icon, attributes: string | undefined) => {
    const title = /\btitle="([^"]*)"/.exec(attributes ?? "")?.[1];
    return title ? `${title} ` : "";
  });

/** A line as Markdown has it: no icons, no attributes. What cannot be kept is told. */
export function readWords(line: string, definitions: Set<string>, tell: Say): string {
  if (ATTRIBUTES_ALONE.test(line)) {
    if (/\.annotate\b/.test(line)) tell(ANNOTATION);
    return "";
  }
  const snippet = SNIPPET.exec(line)?.[1];
  if (snippet) return `<Snippet file="${asAttribute(snippet)}" />`;
  const todo = LEFT_OUT.find(([mark]) => mark.test(line))?.[1];
  if (todo) {
    tell(todo);
    return "";
  }
  return readReferences(line, definitions, tell)
    .split(CODE)
    .map((part, index) => {
      if (index % 2 === 1) return part;
      const bare = withoutIcons(index > 0 ? part.replace(ATTRIBUTES_OF_CODE, "") : part);
      return bare.replace(ATTRIBUTES, "").replace(KEYS, writeKeys);
    })
    .join("");
}

function readReferences(line: string, definitions: Set<string>, tell: Say): string {
  return line.replace(REFERENCE, (all, words: string | undefined, name: string | undefined) => {
    if (words === undefined || definitions.has((name || words).toLowerCase())) return all;
    tell("It leads to what a plugin makes of code: its words were kept without the link. Give it a target.", all);
    return words;
  });
}

const writeKeys = (_all: string, keys: string): string =>
  keys
    .split("+")
    .map((key) => `<kbd>${key.charAt(0).toUpperCase()}${key.slice(1)}</kbd>`)
    .join("+");
