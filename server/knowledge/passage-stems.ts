import type { Passage } from "./split-passages.ts";
import { stemsOf } from "./words.ts";

/** The stems of a passage and of all headings above it, its article's title included, and its short one where it begins it. */
export const stemsOfPassage = ({ article, section, heading, text }: Passage): Set<string> =>
  stemsOf(...section.path, heading, text, ...(section.id === "" ? [article.short ?? ""] : []));
