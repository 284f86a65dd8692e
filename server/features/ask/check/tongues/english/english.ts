import { tellsOf } from "#server/knowledge/common-words.ts";
import { stem } from "#server/knowledge/stem.ts";
import { readOpposites, type Tongue } from "../tongue.ts";
import { wordSet } from "../../../word-set.ts";
import { DATES, MONTHS, spellDates, UNSURE_DATES } from "./dates.ts";
import { IRREGULAR } from "./irregular-forms.ts";
import { LIGHT_WORDS } from "./light-words.ts";
import { LIMITS, ONES, RATES } from "./limits.ts";
import { ALSO_NUMBERS, readFigure, readNumberWord, SCALES, UNIT_OF } from "./numbers.ts";
import { MODALS, NEGATION, OPERATORS } from "./operators.ts";
import { PAIRS, TURNING } from "./opposites.ts";

const keyOf = (lower: string): string => stem(IRREGULAR.get(lower) ?? lower);

/** Contractions that do not end where their word does. */
const CONTRACTED: ReadonlyMap<string, string> = new Map([
  ["can't", "can"],
  ["won't", "will"],
  ["shan't", "shall"],
  ["ain't", "is"],
]);

/** "Don't" is "do not", "the team's" is "the team". */
function splitWord(word: string): readonly string[] {
  if (!word.includes("'") && word.length !== 6) return [word];
  const lower = word.toLowerCase();
  if (lower === "cannot") return ["can", "not"];
  const whole = CONTRACTED.get(lower) ?? /^(.+?)n't$/i.exec(word)?.[1];
  return whole ? [whole, "not"] : [word.replace(/'[\p{L}\p{M}]*$/u, "")];
}

export const ENGLISH: Tongue = {
  language: "en",
  light: LIGHT_WORDS,
  keyOf,
  // a key may be the rarer of two spellings: "check" is looked up as "cheque"
  weightOf: (lower, key) => Math.min(tellsOf(key), tellsOf(stem(lower))),
  splitWord,
  normalize: spellDates,
  readNumber: readNumberWord,
  readFigure,
  scales: SCALES,
  alsoNumbers: ALSO_NUMBERS,
  units: UNIT_OF,
  ones: ONES,
  rates: RATES,
  limits: LIMITS,
  dates: DATES,
  months: new Set(MONTHS),
  unsureDates: UNSURE_DATES,
  negation: NEGATION,
  clauseWords: wordSet("and or but which who that then while because so"),
  withouts: wordSet("without"),
  turnsBack: 1,
  determiners: wordSet("no none neither nor"),
  fillers: wordSet("longer yet anymore"),
  alternatives: wordSet("or nor"),
  conjunctions: wordSet("and but which who that then while because so if when although though however"),
  operators: OPERATORS,
  modals: MODALS,
  opposites: readOpposites(PAIRS, keyOf),
  turning: TURNING,
  capitalNames: true,
};
