import type { CheckResult, ConnectionCheck } from "#server/features/integrations/checks.schema.ts";

export type Compared = {
  fact: string;
  title: string;
  before: CheckResult | undefined;
  after: CheckResult | undefined;
  changed: boolean;
};

/** Two checks fact by fact: those of the latest in its order, then what it does not ask any more. */
export function compareChecks(now: ConnectionCheck, then: ConnectionCheck | undefined): Compared[] {
  const before = new Map(then?.results.map((result) => [result.fact, result]));
  const asked = new Set(now.results.map(({ fact }) => fact));
  const rows = now.results.map((result) => compare(before.get(result.fact), result, then !== undefined));
  const gone = [...before.values()].filter(({ fact }) => !asked.has(fact));
  return [...rows, ...gone.map((result) => compare(result, undefined, true))];
}

function compare(then: CheckResult | undefined, now: CheckResult | undefined, compared: boolean): Compared {
  const { fact = "", title = "" } = now ?? then ?? {};
  const changed = compared && (then?.state !== now?.state || then?.code !== now?.code || then?.seen !== now?.seen);
  return { fact, title, before: then, after: now, changed };
}
