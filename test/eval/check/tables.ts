import { bootstrap, createRandom, mean } from "#test/eval/support/bootstrap.ts";
import { HALVES } from "#test/eval/support/halves.ts";
import type { Row } from "#test/eval/support/report.ts";
import type { Trial } from "./try-sentences.ts";

type Tried = { engine: string; trials: Trial[] };

const ALL = "all";
const setsOf = (trials: Trial[]) => [...new Set(trials.map(({ set }) => set)), ALL];
const groupBy = <T>(items: T[], key: (item: T) => string) => Object.entries(Object.groupBy(items, key));

export function countTrials(trials: Trial[]): Row[] {
  return setsOf(trials).map((set) => {
    const own = trials.filter((trial) => set === ALL || trial.set === set);
    const counts = groupBy(own, ({ kind }) => kind).map(([kind, some]) => [kind, some?.length ?? 0]);
    return { set, ...Object.fromEntries(counts) } as Row; // names and numbers
  });
}

/** A line for each set, engine and half; `kinds` are its columns. */
export function tableOfSets(tried: Tried[], kinds: string[]): Row[] {
  const sets = setsOf(tried[0]?.trials ?? []);
  return sets.flatMap((set) =>
    HALVES.flatMap((half) =>
      tried.map(({ engine, trials }) => {
        const own = trials.filter((trial) => (set === ALL || trial.set === set) && trial.half === half);
        return { set, half, engine, ...Object.fromEntries(kinds.map((kind) => [kind, shareRight(own, kind)])) };
      }),
    ),
  );
}

function shareRight(trials: Trial[], kind: string) {
  const own = trials.filter((trial) => trial.kind === kind).map(({ right }) => Number(right));
  return own.length === 0 ? null : bootstrap(own, mean);
}

export function tableByRule(tried: Tried[]): Row[] {
  const first = tried[0]?.trials.filter(({ half }) => half === "reporting") ?? [];
  return groupBy(first, ({ kind, rule }) => `${kind}: ${rule}`).map(([name, some]) => {
    const shares = tried.map(({ engine, trials }) => {
      const own = trials.filter(({ kind, rule, half }) => half === "reporting" && `${kind}: ${rule}` === name);
      return [engine, bootstrap(own, (sample) => mean(sample.map(({ right }) => Number(right))))];
    });
    return { rule: name, sentences: some?.length ?? 0, ...Object.fromEntries(shares) } as Row; // names, numbers and intervals
  });
}

/** Some of what went wrong, the same ones every time, kinds mixed. */
export function sampleFailures(trials: Trial[], wanted: number): string[] {
  const random = createRandom(wanted);
  const wrong = trials.filter(({ right, half }) => !right && half === "reporting");
  const kinds = groupBy(wrong, ({ kind }) => kind).map(([, some]) => [...(some ?? [])]);
  const sampled: Trial[] = [];
  while (sampled.length < wanted && kinds.some((some) => some.length > 0)) {
    for (const some of kinds) sampled.push(...some.splice(Math.floor(random() * some.length), 1));
  }
  return sampled
    .slice(0, wanted)
    .map(
      ({ set, kind, rule, text, from, why }) =>
        `\n[${set}] ${kind}: ${rule} (${why})\n  ${text}${text === from ? "" : `\n  from: ${from}`}`,
    );
}
