import { count, gte, inArray, isNotNull, min, sum } from "drizzle-orm";
import type { Db } from "#db/database.ts";
import { answers } from "#db/schema/ask.ts";
import { connections } from "#db/schema/connections.ts";
import { outbox } from "#db/schema/outbox.ts";
import { HOUR_MS } from "../core/durations.values.ts";

export type Gauges = {
  outbox: { channel: string; state: string; rows: number; oldestSeconds: number }[];
  /** Those that have been checked. */
  connections: { integration: string; check: string; rows: number }[];
  answers: { verdict: string; mode: string; rows: number; promptTokens: number; completionTokens: number }[];
};

/** What the database knows for all processes: deliveries that are not sent, connections, and the last hour's answers. */
export async function readGauges(db: Db, now: Date): Promise<Gauges> {
  const waiting = await db
    .select({ channel: outbox.kind, state: outbox.state, rows: count(), oldest: min(outbox.createdAt) })
    .from(outbox)
    .where(inArray(outbox.state, ["waiting", "dead"]))
    .groupBy(outbox.kind, outbox.state);
  const answered = await db
    .select({
      verdict: answers.verdict,
      mode: answers.mode,
      rows: count(),
      promptTokens: sum(answers.promptTokens),
      completionTokens: sum(answers.completionTokens),
    })
    .from(answers)
    .where(gte(answers.createdAt, new Date(now.getTime() - HOUR_MS)))
    .groupBy(answers.verdict, answers.mode);
  const checked = await db
    .select({ integration: connections.integration, check: connections.checkState, rows: count() })
    .from(connections)
    .where(isNotNull(connections.checkState))
    .groupBy(connections.integration, connections.checkState);
  return {
    connections: checked.map((row) => ({ ...row, check: row.check ?? "unknown" })),
    outbox: waiting.map(({ oldest, ...row }) => ({
      ...row,
      oldestSeconds: oldest ? Math.max(0, (now.getTime() - oldest.getTime()) / 1000) : 0,
    })),
    answers: answered.map((row) => ({
      ...row,
      promptTokens: Number(row.promptTokens ?? 0),
      completionTokens: Number(row.completionTokens ?? 0),
    })),
  };
}
