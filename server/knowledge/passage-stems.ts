import type { Passage } from "./split-passages.ts";
import { joinCompounds, splitStems } from "./words.ts";

export type PassageStems = {
  /** Of the text and all headings above it. */
  all: ReadonlySet<string>;
  /** Without the article's title, unless the passage is the article's beginning, which the title is about. */
  own: ReadonlySet<string>;
  /** What it stands under: its own heading, or the article's title where it begins the article. */
  heading: ReadonlySet<string>;
  /** Heading and text in their order, with a space around each stem. */
  line: string;
};

/** Reads a passage's stems once, when it is first asked for. */
export function createPassageStems(): (passage: Passage) => PassageStems {
  const known = new WeakMap<Passage, PassageStems>();
  return (passage) => {
    const found = known.get(passage) ?? readStems(passage);
    known.set(passage, found);
    return found;
  };
}

function readStems({ section, heading, text }: Passage): PassageStems {
  const [title = "", ...below] = section.path;
  const own = [...below, heading, text, ...joinCompounds(text)].flatMap(splitStems);
  const titled = splitStems(title);
  return {
    all: new Set([...titled, ...own]),
    own: new Set(section.id === "" ? [...titled, ...own] : own),
    heading: new Set(splitStems(heading)),
    line: ` ${splitStems(`${heading} ${text}`).join(" ")} `,
  };
}
