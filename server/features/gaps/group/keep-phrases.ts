import { and, eq, inArray, lt } from "drizzle-orm";
import type { Tx } from "#db/database.ts";
import { increased } from "#db/query.ts";
import { gapPhrases, gaps, gapWords } from "#db/schema/gaps.ts";
import { newId } from "#server/core/ids.ts";
import type { KnowledgeIndex } from "#server/knowledge/knowledge-index.ts";
import { tellHooks } from "#server/outbox/hooks/tell-hooks.ts";
import { gapEvent } from "../gap-event.ts";
import type { GapsDeps } from "../gaps.deps.ts";
import { NOT_CLOSED } from "../not-closed.ts";
import { sumGaps } from "../sum-gaps.ts";
import { countPhrases, type Counted } from "./count-phrases.ts";
import { findGap, wordsOfPhrase } from "./find-gap.ts";
import { guessTopic } from "./guess-topic.ts";
import type { ReadPhrase } from "./read-phrase.ts";
import type { Change } from "./read-changes.ts";
import type { Nearest } from "../meaning/nearest.ts";

export type KeepDeps = Pick<GapsDeps, "clock" | "judge"> & {
  knowledge: KnowledgeIndex;
  read: (text: string) => ReadPhrase;
  nearest: Nearest;
};

/** Brings phrases up to their counts; new ones join a gap or begin one. Doing it twice changes nothing. */
export async function keepPhrases(tx: Tx, deps: KeepDeps, changes: readonly Change[]): Promise<void> {
  const counted = await countPhrases(tx, changes);
  const known = new Map((await readKnown(tx, changes)).map((phrase) => [`${phrase.kind} ${phrase.key}`, phrase]));
  const touched = new Set<string>();
  for (const phrase of counted.toSorted(byAge)) {
    const before = known.get(`${phrase.kind} ${phrase.key}`);
    known.delete(`${phrase.kind} ${phrase.key}`);
    if (!before && phrase.kind === "question" && !deps.judge(deps.knowledge, phrase.text)) continue; // "hello" is no gap
    const knowledge = phrase.knowledge ?? deps.knowledge.version;
    const gapId = before ? await updatePhrase(tx, before, { ...phrase, knowledge }) : await addPhrase(tx, deps, phrase);
    if (knowledge === deps.knowledge.version) await openAgain(tx, deps, gapId, phrase.lastAt);
    touched.add(gapId);
  }
  const vanished = [...known.values()]; // they helped after all
  if (vanished.length > 0)
    await tx.delete(gapPhrases).where(
      inArray(
        gapPhrases.id,
        vanished.map(({ id }) => id),
      ),
    );
  await sumGaps(tx, [...touched, ...vanished.map(({ gapId }) => gapId)]);
}

const byAge = (a: Counted, b: Counted): number => a.firstAt.getTime() - b.firstAt.getTime() || (a.key < b.key ? -1 : 1);

type Known = Pick<typeof gapPhrases.$inferSelect, "id" | "gapId" | "kind" | "key" | "lastAt">;

const readKnown = async (tx: Tx, changes: readonly Change[]): Promise<Known[]> => {
  const { id, gapId, kind, key, lastAt } = gapPhrases;
  const keys = changes.map((change) => change.key);
  const rows = await tx.select({ id, gapId, kind, key, lastAt }).from(gapPhrases).where(inArray(key, keys));
  return rows.filter((row) => changes.some((change) => change.kind === row.kind && change.key === row.key));
};

async function updatePhrase(tx: Tx, known: Known, phrase: Counted & { knowledge: string }): Promise<string> {
  const { count, results, text, firstAt, lastAt, knowledge } = phrase;
  const isNew = lastAt > known.lastAt;
  await tx
    .update(gapPhrases)
    .set({ count, results, text, firstAt, lastAt, ...(isNew && { knowledge }) })
    .where(eq(gapPhrases.id, known.id));
  return known.gapId;
}

async function addPhrase(tx: Tx, deps: KeepDeps, phrase: Counted): Promise<string> {
  const { kind, key, text, count, results, firstAt, lastAt } = phrase;
  const read = deps.read(text);
  const gapId =
    (await findGap(tx, read, deps.read)) ??
    (await findNear(tx, deps, key, read)) ??
    (await beginGap(tx, deps, phrase, read));
  const id = newId("phr");
  const knowledge = phrase.knowledge ?? deps.knowledge.version;
  await tx.insert(gapPhrases).values({ id, gapId, kind, key, text, count, results, knowledge, firstAt, lastAt });
  const words = wordsOfPhrase(read).map((word) => ({ word, phraseId: id }));
  if (words.length > 0) await tx.insert(gapWords).values(words);
  return gapId;
}

/** Staff may have merged the gap meanwhile, or the one that began it may have been undone. */
async function findNear(tx: Tx, { nearest }: KeepDeps, key: string, read: ReadPhrase): Promise<string | null> {
  const found = nearest.find(key, read);
  return found !== null && (await tx.$count(gaps, eq(gaps.id, found))) > 0 ? found : null;
}

async function beginGap(tx: Tx, deps: KeepDeps, phrase: Counted, read: ReadPhrase): Promise<string> {
  const id = newId("gap");
  const [only = null, ...others] = read.named;
  const begun = { id, title: phrase.text, state: "open" as const, version: 1 };
  await tx.insert(gaps).values({
    ...begun,
    named: false,
    questions: 0,
    searches: 0,
    count: 0,
    lastAt: phrase.lastAt,
    integration: others.length > 0 ? null : only,
    topic: guessTopic(deps.knowledge, phrase.text),
    createdAt: deps.clock.now(),
  });
  deps.nearest.add(id, phrase.key, read);
  await tellHooks(tx, gapEvent({ ...begun, closedArticle: null }, deps.clock.now()));
  return id;
}

/** What the build that is served leaves open is not closed by it, whatever it said when it was asked by itself. */
async function openAgain(tx: Tx, { clock }: KeepDeps, gapId: string, lastAt: Date): Promise<void> {
  const [opened] = await tx
    .update(gaps)
    .set({ state: "open", ...NOT_CLOSED, version: increased(gaps.version) })
    .where(and(eq(gaps.id, gapId), eq(gaps.state, "closed"), lt(gaps.closedAt, lastAt)))
    .returning();
  if (opened) await tellHooks(tx, gapEvent(opened, clock.now()));
}
