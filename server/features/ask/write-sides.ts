import type { Speeches } from "#server/core/speeches.ts";
import type { SentenceEvent } from "./ask.schema.ts";
import type { ToldSide } from "./decide.ts";
import type { NumberedSource } from "./sources.ts";
import { PROSE_AT_MOST, writeExtractive } from "./write-extractive.ts";

/** What the articles say of each of the things that are compared, which is named where they do not name it at once. */
export const writeSides = (sides: ToldSide[], sources: NumberedSource[], speeches?: Speeches): SentenceEvent[] =>
  sides.flatMap(({ name, ...side }) => {
    const said = writeExtractive({ ...side, sources, speeches, atMost: PROSE_AT_MOST / sides.length });
    return said[0]?.text.toLowerCase().includes(name) ? said : [{ text: `${name}:`, citations: [] }, ...said];
  });
