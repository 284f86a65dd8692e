import type { Clock } from "#server/core/clock.ts";
import type { ModelBudget } from "#server/core/config.ts";
import { DAY_SECONDS } from "#server/core/durations.values.ts";
import { AppError } from "#server/core/errors.ts";
import { inTime } from "#server/core/in-time.ts";
import type { Log } from "#server/core/log.ts";
import { settleLimits, takeLimits } from "#server/limits/limits.ts";
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

/** Spends the model's budgets for one visitor at a time: answers a day of theirs, tokens a minute and a day of the hub. */
export function openBudget({ db, clock, log }: BudgetDeps, budget: ModelBudget): (ipKey: string) => Spending {
  const minute = { key: "ask-tokens-minute", limit: budget.tokensPerMinute, windowSeconds: 60 };
  const day = { key: "ask-tokens", limit: budget.tokensPerDay, windowSeconds: DAY_SECONDS };
  return (ipKey) => {
    const visitor = { key: `ask-model:${ipKey}`, limit: budget.answersPerVisitor, windowSeconds: DAY_SECONDS };
    let reserved = 0;
    let isCounted = false;
    return {
      async takeTokens(tokens) {
        const ofHub = [minute, day].map((limit) => ({ ...limit, cost: tokens }));
        try {
          await inTime(takeLimits(db, clock, isCounted ? ofHub : [visitor, ...ofHub]));
        } catch (error) {
          logRefusal(log, error);
          return false;
        }
        isCounted = true;
        reserved = tokens;
        return true;
      },
      settle({ promptTokens, completionTokens }) {
        const used = promptTokens + completionTokens;
        const settled = Promise.all([
          settleLimits(db, clock, [minute, day], used - reserved),
          used === 0 && settleLimits(db, clock, [visitor], -1), // it was no answer of the model
        ]);
        return survive<unknown>(log, settled, () => null);
      },
    };
  };
}

/** Which budget it is, not whose. */
function logRefusal(log: Log, refusal: unknown): void {
  if (!(refusal instanceof AppError))
    return log.error({ err: refusal }, "the model is not asked: its budget cannot be counted");
  const [budget] = String(refusal.cause).split(":", 1);
  log.warn({ budget }, "the model is not asked: this budget is used up");
}
