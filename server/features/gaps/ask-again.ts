import { setTimeout as sleep } from "node:timers/promises";
import { and, asc, desc, eq, gt, inArray, ne } from "drizzle-orm";
import type { Db } from "#db/database.ts";
import { increased } from "#db/query.ts";
import { gapPhrases, gaps } from "#db/schema/gaps.ts";
import type { KnowledgeIndex } from "#server/knowledge/knowledge-index.ts";
import { tellHooks } from "#server/outbox/hooks/tell-hooks.ts";
import type { GapsDeps } from "./gaps.deps.ts";
import { findAnswer, type Phrase } from "./find-answer.ts";
import { gapEvent } from "./gap-event.ts";
import { NOT_CLOSED } from "./not-closed.ts";
import { readSetting, writeSetting } from "./settings.ts";
import { takeTurn } from "#server/limits/take-turn.ts";

/** The version of the knowledge that the gaps were last asked of. */
const ASKED = "gaps.asked";
const LEASE_MS = 10 * 60_000;
const GAPS_AT_ONCE = 25;
/** A gap is asked by so many of its phrases, the most frequent. */
const PHRASES_OF_ONE = 20;
/** Of the time, what is left to others: asking is no hurry. */
const REST = 4;

type Gap = Pick<typeof gaps.$inferSelect, "id" | "state" | "version">;

/**
 * Asks every gap again of the build that is served, without a model and a record: closes those that it answers, and opens
 * those that an earlier one answered and this one does not. @returns whether that is done, by whatever process
 */
export async function askAgain(deps: GapsDeps, stop?: AbortSignal): Promise<boolean> {
  const knowledge = deps.knowledge.current();
  if ((await readSetting(deps.db, ASKED)) === knowledge.version) return true;
  const giveBack = await takeTurn(deps, "gaps.asking", LEASE_MS);
  if (!giveBack) return false;
  try {
    if ((await readSetting(deps.db, ASKED)) === knowledge.version) return true;
    let after: string | null = "";
    while (after !== null) {
      if (stop?.aborted || deps.knowledge.current() !== knowledge) return false;
      after = await askSome(deps, knowledge, after, stop);
    }
    await writeSetting(deps, ASKED, knowledge.version);
    return true;
  } finally {
    await giveBack();
  }
}

async function askSome(deps: GapsDeps, knowledge: KnowledgeIndex, after: string, stop?: AbortSignal) {
  const { id, state, version } = gaps;
  const some: Gap[] = await deps.db
    .select({ id, state, version })
    .from(gaps)
    .where(and(gt(id, after), ne(state, "dismissed")))
    .orderBy(asc(id))
    .limit(GAPS_AT_ONCE);
  for (const gap of some) {
    const began = performance.now();
    const article = await askGap(deps, knowledge, await readPhrases(deps.db, gap.id));
    await settle(deps, knowledge, gap, article);
    await sleep(REST * (performance.now() - began), undefined, { ...(stop && { signal: stop }) }).catch(
      () => undefined,
    );
  }
  return some.length < GAPS_AT_ONCE ? null : (some.at(-1)?.id ?? null);
}

const readPhrases = (db: Db, gapId: string): Promise<Phrase[]> =>
  db
    .select()
    .from(gapPhrases)
    .where(eq(gapPhrases.gapId, gapId))
    .orderBy(desc(gapPhrases.count), gapPhrases.id)
    .limit(PHRASES_OF_ONE)
    .then();

/** The article that answers the most frequent phrase, when all are answered; null when one is not. */
async function askGap(deps: GapsDeps, knowledge: KnowledgeIndex, phrases: Phrase[]): Promise<string | null> {
  let first: string | null = null;
  for (const phrase of phrases) {
    const article = await findAnswer(deps, knowledge, phrase);
    if (article === null) return null;
    first ??= article;
  }
  return first;
}

/** Staff who decided meanwhile are not overruled. */
async function settle(deps: GapsDeps, knowledge: KnowledgeIndex, gap: Gap, article: string | null): Promise<void> {
  if ((article === null) === (gap.state === "open")) return;
  const set =
    article === null
      ? { state: "open" as const, ...NOT_CLOSED }
      : { state: "closed" as const, closedBy: knowledge.version, closedAt: deps.clock.now(), closedArticle: article };
  await deps.db.transaction(async (tx) => {
    const [settled] = await tx
      .update(gaps)
      .set({ ...set, version: increased(gaps.version) })
      .where(and(eq(gaps.id, gap.id), eq(gaps.version, gap.version), inArray(gaps.state, ["open", "closed"])))
      .returning();
    if (settled) await tellHooks(tx, gapEvent(settled, deps.clock.now()));
  });
}
