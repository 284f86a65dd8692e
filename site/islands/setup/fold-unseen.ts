import type { CheckResult } from "#server/features/integrations/checks.schema.ts";

/** A fact by itself, or all of those that one thing keeps from being seen. */
export type CheckRow = { result: CheckResult; others: CheckResult[] };

/** Fewer that could not be looked at are shown one by one: a row that stands for them would be as long. */
const WORTH_FOLDING = 3;

/** In their order; what could not be looked at for one reason stands where the first of it was, as one row. */
export function foldUnseen(results: CheckResult[]): CheckRow[] {
  const byReason = Map.groupBy(results, ({ fact, code, seen }) => (code === "not_looked_at" ? seen : fact));
  return [...byReason.values()].flatMap(([first, ...others]) => {
    if (!first) return [];
    const isOne = 1 + others.length >= WORTH_FOLDING;
    return isOne ? { result: first, others } : [first, ...others].map((result) => ({ result, others: [] }));
  });
}
