/** A result as it is kept: in English, with what its words are made of beside them, to be said in other languages. */
import { z } from "zod";
import { say, sayKept, Text } from "#content/kept-words.ts";
import { inEnglish } from "#content/words.ts";
import type { OpenKnowledge } from "#server/knowledge/open-knowledge.ts";
import { CheckResult, ConnectionCheck } from "../checks.schema.ts";
import type { Finding } from "./finding.ts";
import { findSection, SECTION_NAMES } from "./sections.ts";

const Words = z.object({
  title: Text,
  seen: Text,
  todo: Text.nullable(),
  explained: z.enum(SECTION_NAMES).nullable().catch(null),
});
/** Results from before have no words, those of a later version may have words of another shape: their English is shown. */
export const KeptResult = CheckResult.extend({ words: Words.optional().catch(undefined) });
export type KeptResult = z.infer<typeof KeptResult>;
export const KeptCheck = ConnectionCheck.extend({ results: z.array(KeptResult) });
export type KeptCheck = z.infer<typeof KeptCheck>;

/** Where what explains a result is looked up. */
export type Knows = { knowledge: Pick<OpenKnowledge, "current"> };

export const keepResult = ({ knowledge }: Knows, { fact, state, code, ...words }: Finding): KeptResult =>
  inEnglish(() => ({
    fact,
    state,
    code,
    title: say(words.title),
    seen: say(words.seen),
    todo: words.todo && say(words.todo),
    explained: words.explained && findSection(knowledge.current().articles, words.explained),
    words,
  }));

/** A result in the language that is spoken. */
export function sayResult({ knowledge }: Knows, { words, ...english }: KeptResult): CheckResult {
  if (!words) return english;
  return {
    ...english,
    title: sayTitle({ ...english, words }),
    seen: sayKept(words.seen, english.seen),
    todo: words.todo && sayKept(words.todo, english.todo ?? ""),
    explained: words.explained ? findSection(knowledge.current().articles, words.explained) : english.explained,
  };
}

export const sayTitle = ({ title, words }: KeptResult): string => (words ? sayKept(words.title, title) : title);

export const sayCheck = (knows: Knows, check: KeptCheck): ConnectionCheck => ({
  ...check,
  results: check.results.map((result) => sayResult(knows, result)),
});
