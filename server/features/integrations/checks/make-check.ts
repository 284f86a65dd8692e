import { AppError } from "#server/core/errors.ts";
import type { CheckResult, ConnectionCheck } from "../checks.schema.ts";
import type { ConnectionRow } from "../connections/find-connection.ts";
import { keepCheck } from "./keep-check.ts";
import { sayCheck, sayResult } from "./kept-result.ts";
import type { ChecksDeps } from "./checks.deps.ts";
import { runCheck } from "./run-check.ts";
import { setupProblemWords as t } from "../connections/setup-problems.words.ts";

export type CheckEvent = { event: "result"; data: CheckResult } | { event: "done"; data: ConnectionCheck };

/** Checks a connection for somebody who waits for it, in their language, and keeps the check; a reader who is gone stops it. */
export async function* makeCheck(
  deps: ChecksDeps,
  row: ConnectionRow,
  by: ConnectionCheck["by"],
  signal: AbortSignal,
): AsyncGenerator<CheckEvent> {
  const running = runCheck(deps, row, by, signal);
  for (;;) {
    const { value, done } = await running.next();
    if (!done) {
      yield { event: "result", data: sayResult(deps, value) };
      continue;
    }
    if (!value) throw new AppError("unavailable", t.checkStopped, { retryAfter: 5 });
    const kept = await deps.integrations.db.transaction((tx) => keepCheck(tx, row.id, value));
    if (!kept) throw new AppError("not_found", t.removed);
    yield { event: "done", data: sayCheck(deps, value) };
    return;
  }
}

/** The same check as one object. */
export async function collectCheck(events: AsyncIterable<CheckEvent>): Promise<ConnectionCheck> {
  for await (const { event, data } of events) if (event === "done") return data;
  throw new Error("A check ended without an end");
}
