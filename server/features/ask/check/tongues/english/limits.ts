import type { Limit, Rates } from "../tongue.ts";
import { wordSet } from "../../../word-set.ts";

const list = (phrases: string, limit: Omit<Limit, "phrase">): Limit[] =>
  phrases.split("|").map((phrase) => ({ ...limit, phrase: phrase.trim().split(" ") }));

export const LIMITS: readonly Limit[] = [
  ...list("no less than|not less than|no fewer than|no earlier than|at least|minimum of|minimum|at the least", {
    bound: "least",
    side: "before",
  }),
  ...list("no more than|not more than|no longer than|no later than|at most|up to|maximum of|maximum", {
    bound: "most",
    side: "before",
  }),
  ...list("more than|longer than|greater than|larger than|higher than|over|above|beyond|exceeds|exceed|exceeding", {
    bound: "least",
    side: "before",
    strict: true,
  }),
  ...list("less than|fewer than|shorter than|lower than|smaller than|under|below", {
    bound: "most",
    side: "before",
    strict: true,
  }),
  ...list("after|from|later than", { bound: "least", side: "before", weak: true }),
  ...list("within|before|earlier than", { bound: "most", side: "before", weak: true }),
  ...list("or more|or later|or newer|or above|or higher|or longer|at least|and up|at minimum", {
    bound: "least",
    side: "after",
  }),
  ...list("or less|or fewer|or earlier|or below|or lower|or shorter|at most|at maximum", {
    bound: "most",
    side: "after",
  }),
];

export const RATES: Rates = {
  one: wordSet("a an one per each every"),
  per: wordSet("per"),
  every: wordSet("every each"),
  adverbs: new Map([
    ["hourly", "hour"],
    ["daily", "day"],
    ["weekly", "week"],
    ["monthly", "month"],
    ["yearly", "year"],
    ["annual", "year"],
    ["annually", "year"],
  ]),
};
/** "A day" and "one day" are 1 day. */
export const ONES = wordSet("one a an single");
