import { bootstrap, mean } from "./bootstrap.ts";
import type { Scored } from "./roc.ts";

/** The mean square of what a probability is wrong by: 0 at best, .25 for who always says one half. */
export const brierScore = (of: readonly Scored[]): number =>
  mean(of.map(({ answerable, score }) => (Number(answerable) - score) ** 2));

const BINS = 5;

/** For each fifth of the scale what was thought of its questions, and how many have an answer: the same where it is calibrated. */
export const binByScore = (of: readonly Scored[]) =>
  Array.from({ length: BINS }, (_, bin) => {
    const own = of.filter(({ score }) => Math.min(BINS - 1, Math.floor(score * BINS)) === bin);
    return {
      p: `${bin / BINS} to ${(bin + 1) / BINS}`,
      questions: own.length,
      "mean p": own.length > 0 ? mean(own.map(({ score }) => score)) : null,
      "has an answer":
        own.length > 0 ? bootstrap(own, (sample) => mean(sample.map(({ answerable }) => Number(answerable)))) : null,
    };
  });
