import { setImmediate as breathe } from "node:timers/promises";
import { keepRecent } from "#server/core/keep-recent.ts";
import type { KnowledgeIndex } from "#server/knowledge/knowledge-index.ts";
import type { GapsDeps } from "../gaps.deps.ts";
import { readSetting, writeSetting } from "../settings.ts";
import { openNearest } from "../meaning/open-nearest.ts";
import { takeTurn } from "#server/limits/take-turn.ts";
import { keepPhrases } from "./keep-phrases.ts";
import { Cursor, FIRST, readChanges, stepBack } from "./read-changes.ts";
import { readPhrase, type ReadPhrase } from "./read-phrase.ts";

const TURN = "gaps.turn";
const CURSOR = "gaps.cursor";
/** Longer than one takes. */
const LEASE_MS = 5 * 60_000;
/** What is written at the end of a moment may be read at the beginning of the next. */
const OVERLAP_MS = 30_000;
/** What many ask is counted once for so many rows. */
const ROWS = 2000;
/** Phrases of one transaction: others wait for it. */
const TOGETHER = 20;

/**
 * Puts what was asked and searched for since the last time into gaps, for about so long. Several processes may call it at
 * once: one does it, and whatever is done twice counts once. `lookBack`: what came late is looked for as well.
 * @returns whether all of it is done
 */
export async function groupNew(deps: GapsDeps, budgetMs: number, { lookBack = true } = {}): Promise<boolean> {
  if (!lookBack && (await isUpToDate(deps))) return true; // as it is nearly always: nobody waits for a turn
  const giveBack = await takeTurn(deps, TURN, LEASE_MS);
  if (!giveBack) return false;
  try {
    return await groupFor(deps, performance.now() + budgetMs, lookBack);
  } finally {
    await giveBack();
  }
}

async function groupFor(deps: GapsDeps, until: number, lookBack: boolean): Promise<boolean> {
  const knowledge = deps.knowledge.current();
  const read = openReader(knowledge, deps.hub.integrations);
  const nearest = openNearest(deps, read);
  const keeping = { ...deps, knowledge, read, nearest };
  const kept = await readCursor(deps);
  let cursor = lookBack && kept.whole ? stepBack(kept, OVERLAP_MS) : kept;
  do {
    const { changes, next } = await readChanges(deps.db, cursor, ROWS);
    for (let from = 0; from < changes.length; from += TOGETHER) {
      const together = changes.slice(from, from + TOGETHER);
      await nearest.prepare(together.map(({ key }) => key));
      await deps.db.transaction((tx) => keepPhrases(tx, keeping, together));
      await breathe(); // readers first
    }
    cursor = next;
    if (changes.length > 0) await writeSetting(deps, CURSOR, JSON.stringify(cursor));
  } while (!cursor.whole && performance.now() < until);
  return cursor.whole;
}

const isUpToDate = async (deps: GapsDeps): Promise<boolean> =>
  (await readChanges(deps.db, await readCursor(deps), 1)).changes.length === 0;

async function readCursor({ db }: GapsDeps): Promise<Cursor> {
  const kept = await readSetting(db, CURSOR);
  return kept ? Cursor.parse(JSON.parse(kept)) : FIRST;
}

const READ_KEPT = 10_000;
const readers = new WeakMap<KnowledgeIndex, (text: string) => ReadPhrase>();

/** The same phrases are compared again and again: what they say is read once. */
function openReader(knowledge: KnowledgeIndex, integrations: GapsDeps["hub"]["integrations"]) {
  const known = readers.get(knowledge);
  if (known) return known;
  const read = keepRecent((text: string) => readPhrase(knowledge, text, integrations), READ_KEPT);
  readers.set(knowledge, read);
  return read;
}
