/** Words that turn or narrow what they stand before. `says` must be confirmed; `means` can confirm it as well. */
export type Operator = { says: ReadonlySet<string>; means: ReadonlySet<string> };

/** `says` is wrong where the source has one of `turnedBy` and none of its own. */
export type Modal = Operator & { turnedBy: ReadonlySet<string> };

/** What says that a figure is the least or the most. A `weak` one says so of times only: "after", "within". */
export type Limit = {
  phrase: readonly string[];
  bound: "least" | "most";
  /** Where it stands. */ side: "before" | "after";
  /** It leaves the figure itself out: "more than". */ strict?: true;
  weak?: true;
};

/** "60 calls a second", "every week", "daily". */
export type Rates = {
  /** Before a unit of time. */ one: ReadonlySet<string>;
  /** Before whatever is counted. */ per: ReadonlySet<string>;
  /** Before a unit, without a figure: it comes round once in each. */ every: ReadonlySet<string>;
  /** A word and the unit that it comes round in. */ adverbs: ReadonlyMap<string, string>;
};

/** What the rules know of a language. Each list stands once, in that language's folder. */
export type Tongue = {
  language: string;
  light: ReadonlySet<string>;
  /** Equal for the forms of a word. */
  keyOf: (lower: string) => string;
  /** How much a word tells, 0 to 1. */
  weightOf: (lower: string, key: string) => number;
  /** What is written in another way than its words say: "can't" is "can not". */
  splitWord: (word: string) => readonly string[];
  /** Ways to write the same are written in one. */
  normalize: (text: string) => string;
  readNumber: (lower: string) => number | null;
  readFigure: (figure: string) => string;
  scales: ReadonlyMap<string, number>;
  /** What an article may say for 1 and 2. */
  alsoNumbers: ReadonlyMap<string, string>;
  units: ReadonlyMap<string, string>;
  /** Words for exactly one of a unit or thing. */
  ones: ReadonlySet<string>;
  rates: Rates;
  limits: readonly Limit[];
  /** Names of months and weekdays, and the one that each stands for; `unsure` ones are words as well. */
  dates: ReadonlyMap<string, string>;
  months: ReadonlySet<string>;
  unsureDates: ReadonlySet<string>;
  negation: Operator;
  /** Words that a clause begins with. */
  clauseWords: ReadonlySet<string>;
  /** Negations that turn what is behind them, not their statement: "without you". */
  withouts: ReadonlySet<string>;
  /** Words before a negation that it turns where none stand behind it. */
  turnsBack: number;
  /** Negations before what a sentence is about: "none of them", "no fix". */
  determiners: ReadonlySet<string>;
  /** Words that belong to a negation: "no longer", "not yet". */
  fillers: ReadonlySet<string>;
  /** "Or" carries a negation on to the next of a list, other conjunctions do not. */
  alternatives: ReadonlySet<string>;
  conjunctions: ReadonlySet<string>;
  /** "Only", "always"; `kept`: an answer may not leave it out either. */
  operators: readonly (Operator & { kept: boolean })[];
  modals: readonly Modal[];
  /** Keys, and the keys that would turn a sentence round in their place. */
  opposites: ReadonlyMap<string, ReadonlySet<string>>;
  /** Beginnings that turn a word round. */
  turning: readonly string[];
  /** A capital inside a sentence makes a word a name. */
  capitalNames: boolean;
};

/** Pairs such as "before after|open close", both ways. */
export function readOpposites(pairs: string, keyOf: (lower: string) => string): Map<string, Set<string>> {
  const opposites = new Map<string, Set<string>>();
  const put = (word: string, other: string) => opposites.set(word, (opposites.get(word) ?? new Set()).add(other));
  for (const pair of pairs.split("|")) {
    const [one = "", other = ""] = pair.trim().split(/\s+/).map(keyOf);
    put(one, other);
    put(other, one);
  }
  return opposites;
}
