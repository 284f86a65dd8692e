import type { RankedPassage } from "#server/knowledge/rank-passages.ts";

/** A heading that has this share of what a question tells says it all: less is the rest of a word that was guessed. */
const SAYS_ALL = 0.95;

/** What it stands under says all that is asked. */
export const isNamed = ({ features }: RankedPassage): boolean => features.heading >= SAYS_ALL;

/** It begins an article whose title says all that is asked. */
export const beginsNamed = (found: RankedPassage): boolean => found.passage.section.id === "" && isNamed(found);
