import type { Limit, Rates } from "../tongue.ts";
import { wordSet } from "../../../word-set.ts";

const list = (phrases: string, limit: Omit<Limit, "phrase">): Limit[] =>
  phrases.split("|").map((phrase) => ({ ...limit, phrase: phrase.trim().split(" ") }));

export const LIMITS: readonly Limit[] = [
  ...list("nicht weniger als|mindestens|wenigstens|minimal", { bound: "least", side: "before" }),
  ...list("nicht mehr als|nicht langer als|hochstens|maximal|bis zu", { bound: "most", side: "before" }),
  ...list("mehr als|langer als|uber", { bound: "least", side: "before", strict: true }),
  ...list("weniger als|kurzer als|unter", { bound: "most", side: "before", strict: true }),
  ...list("nach|ab", { bound: "least", side: "before", weak: true }),
  ...list("innerhalb von|binnen|vor", { bound: "most", side: "before", weak: true }),
  ...list("oder mehr|oder hoher|oder neuer|oder langer|mindestens", { bound: "least", side: "after" }),
  ...list("oder weniger|oder fruher|oder kurzer|hochstens|maximal", { bound: "most", side: "after" }),
];

export const RATES: Rates = {
  one: wordSet("pro je jede jeden jedes jeder im in"),
  per: wordSet("pro je"),
  every: wordSet("jede jeden jedes jeder"),
  adverbs: new Map([
    ["stundlich", "hour"],
    ["taglich", "day"],
    ["wochentlich", "week"],
    ["monatlich", "month"],
    ["jahrlich", "year"],
  ]),
};
/** "Ein Tag" is 1 day. */
export const ONES = wordSet("ein eine einen einem einer eines");
