import { tellsOf } from "#server/knowledge/common-words.ts";
import { ONES, RATES, LIMITS } from "./limits.ts";
import { ALSO_NUMBERS, DATES, MONTHS, normalize, readFigure, readNumber, SCALES, UNIT_OF } from "./numbers.ts";
import { readOpposites, type Tongue } from "../tongue.ts";
import { wordSet } from "../../../word-set.ts";
import { MODALS, NEGATION, OPERATORS } from "./operators.ts";
import { keyOf } from "#server/knowledge/german-forms.ts";
import { EVERYDAY, LIGHT_WORDS, PAIRS } from "./words.ts";

export const GERMAN: Tongue = {
  language: "de",
  light: LIGHT_WORDS,
  keyOf,
  // how often a German word is said is not counted: a few are known to say little
  weightOf: (lower, key) => (EVERYDAY.has(lower) ? 0.4 : Math.max(0.7, tellsOf(key))),
  splitWord: (word) => [word.replace(/'[\p{L}\p{M}]*$/u, "")],
  normalize,
  readNumber,
  readFigure,
  scales: SCALES,
  alsoNumbers: ALSO_NUMBERS,
  units: UNIT_OF,
  ones: ONES,
  rates: RATES,
  limits: LIMITS,
  dates: DATES,
  months: new Set(MONTHS),
  unsureDates: new Set(["mai"]),
  negation: NEGATION,
  clauseWords: wordSet("und oder aber sondern weil wenn dass ob bevor nachdem solange damit denn obwohl"),
  withouts: wordSet("ohne"),
  turnsBack: 4,
  determiners: wordSet("kein keine keinen keinem keiner keines niemand nichts weder"),
  fillers: wordSet("mehr noch langer"),
  alternatives: wordSet("oder noch"),
  conjunctions: wordSet(
    "und aber sondern der die das weil wenn dass ob bevor nachdem solange damit denn obwohl deshalb",
  ),
  operators: OPERATORS,
  modals: MODALS,
  opposites: readOpposites(PAIRS, keyOf),
  turning: ["un"],
  capitalNames: false,
};
