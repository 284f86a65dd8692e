import type { Speeches } from "#server/core/speeches.ts";
import { SAY } from "./answer.words.ts";
import type { SentenceEvent } from "./ask.schema.ts";
import type { ToldSide } from "./decide.ts";
import type { NumberedSource } from "./sources.ts";
import { PROSE_AT_MOST, writeExtractive } from "./write-extractive.ts";

/**
 * What the articles say of each of the things that are compared, or to each of several questions: it is named where they do
 * not name it at once.
 */
export const writeSides = (sides: ToldSide[], sources: NumberedSource[], speeches?: Speeches): SentenceEvent[] =>
  sides.flatMap(({ name, ...side }) => {
    const quoted = writeExtractive({ ...side, sources, speeches, atMost: PROSE_AT_MOST / sides.length });
    const said = quoted.length > 0 ? quoted : [{ text: SAY.unanswered, citations: [] }];
    if (said[0]?.text.toLowerCase().includes(name)) return said;
    return [{ text: name.endsWith("?") ? name : `${name}:`, citations: [] }, ...said];
  });
