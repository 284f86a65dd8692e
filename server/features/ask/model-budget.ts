import type { Clock } from "#server/core/clock.ts";
import type { ModelBudget } from "#server/core/config.ts";
import { AppError } from "#server/core/errors.ts";
import { inTime } from "#server/core/in-time.ts";
import type { Log } from "#server/core/log.ts";
import { settleLimit, takeLimit } from "#server/limits/limits.ts";
import type { Db } from "#db/database.ts";
import type { Usage } from "./ask.schema.ts";
import { survive } from "./survive.ts";

/** What one answer takes of the hub's budgets. */
export type Spending = {
  /** Reserves so many tokens, and the first time one of the visitor's answers. False when a budget is used up, or cannot be counted. */
  takeTokens: (tokens: number) => Promise<boolean>;
  /** What was reserved last becomes what was used. */
  settle: (usage: Usage) => Promise<unknown>;
};

type BudgetDeps = { db: Db; clock: Clock; log: Log };
const DAY_SECONDS = 24 * 60 * 60;

/** Spends the model's budgets for one visitor at a time: answers a day of theirs, tokens a minute and a day of the hub. */
export function openBudget({ db, clock, log }: BudgetDeps, budget: ModelBudget): (ipKey: string) => Spending {
  const minute = { key: "ask-tokens-minute", limit: budget.tokensPerMinute, windowSeconds: 60 };
  const day = { key: "ask-tokens", limit: budget.tokensPerDay, windowSeconds: DAY_SECONDS };
  return (ipKey) => {
    const visitor = { key: `ask-model:${ipKey}`, limit: budget.answersPerVisitor, windowSeconds: DAY_SECONDS };
    let reserved = 0;
    let isCounted = false;
    const change = (changes: [typeof day, number][]) =>
      survive(log, Promise.all(changes.map(([limit, by]) => settleLimit(db, clock, limit, by))), () => []);
    return {
      async takeTokens(tokens) {
        const taken: [typeof day, number][] = [];
        const own: [typeof day, number][] = isCounted ? [] : [[visitor, 1]];
        for (const [limit, cost] of [...own, [minute, tokens] as const, [day, tokens] as const]) {
          const refusal = await inTime(takeLimit(db, clock, { ...limit, cost })).catch((error: unknown) => error);
          if (refusal) {
            logRefusal(log, limit.key, refusal);
            await change(taken.map(([given, by]) => [given, -by]));
            return false;
          }
          taken.push([limit, cost]);
        }
        isCounted = true;
        reserved = tokens;
        return true;
      },
      settle({ promptTokens, completionTokens }) {
        const more = promptTokens + completionTokens - reserved;
        return change([
          [minute, more],
          [day, more],
        ]);
      },
    };
  };
}

/** Which budget it is, not whose. */
function logRefusal(log: Log, key: string, refusal: unknown): void {
  const [budget] = key.split(":", 1);
  if (refusal instanceof AppError) log.warn({ budget }, "the model is not asked: this budget is used up");
  else log.error({ budget, err: refusal }, "the model is not asked: its budget cannot be counted");
}
