import type { Passage } from "./split-passages.ts";
import { joinCompounds, splitStems } from "./words.ts";

/** The stems of a passage and of all headings above it, its article's title included. */
export const stemsOfPassage = ({ section, heading, text }: Passage): ReadonlySet<string> =>
  new Set([...section.path, heading, text, ...joinCompounds(text)].flatMap(splitStems));
