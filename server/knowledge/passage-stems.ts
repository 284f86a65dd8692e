import type { Passage } from "./split-passages.ts";
import { stemsOf } from "./words.ts";

/** The stems of a passage and of all headings above it, its article's title included. */
export const stemsOfPassage = ({ section, heading, text }: Passage): Set<string> =>
  stemsOf(...section.path, heading, text);
