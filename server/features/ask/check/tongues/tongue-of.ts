import { baseOf } from "#server/knowledge/corpus.ts";
import type { NumberedSource } from "../../sources.ts";
import { ENGLISH } from "./english/english.ts";
import { GERMAN } from "./german/german.ts";
import type { Tongue } from "./tongue.ts";

const TONGUES: ReadonlyMap<string, Tongue> = new Map([ENGLISH, GERMAN].map((tongue) => [tongue.language, tongue]));

/** The tables of the language that a source is written in; English ones where it has none. */
export function tongueOf({ passages }: NumberedSource): Tongue {
  return TONGUES.get(baseOf(passages[0]?.article.language ?? "")) ?? ENGLISH;
}

/** True where the rules know the language of all sources: of others a model's sentence cannot be checked. */
export const canCheck = (sources: NumberedSource[]): boolean =>
  sources.every(({ passages }) => passages.every(({ article }) => TONGUES.has(baseOf(article.language))));
