import { and, asc, type SQL } from "drizzle-orm";
import type { SQLiteColumn } from "drizzle-orm/sqlite-core";
import { z } from "zod";
import type { Db } from "#db/database.ts";
import { rowsBehind } from "#db/query.ts";
import { answers, searches } from "#db/schema/ask.ts";
import type { PHRASE_KINDS } from "../gaps.values.ts";
import { LEFT_OPEN } from "./is-gap.ts";

/** A question or search whose count may have changed. `knowledge`: the version that left it open, where that is kept. */
export type Change = { kind: (typeof PHRASE_KINDS)[number]; key: string; knowledge: string | null };

const Mark = z.object({ at: z.coerce.date(), id: z.string() });
export type Mark = z.infer<typeof Mark>;
/** How far each source has been read. `whole`: to its end. */
export const Cursor = z.object({ answers: Mark, votes: Mark, searches: Mark, whole: z.boolean() });
export type Cursor = z.infer<typeof Cursor>;

const BEGINNING: Mark = { at: new Date(0), id: "" };
export const FIRST: Cursor = { answers: BEGINNING, votes: BEGINNING, searches: BEGINNING, whole: false };

type Source = Exclude<keyof Cursor, "whole">;
type Row = Change & { at: Date | null; id: string };

const SOURCES: Record<Source, (db: Db, after: Mark, limit: number) => Promise<Row[]>> = {
  votes: (db, after, limit) => readAnswers(db, behind(after, answers.votedAt, answers.id), answers.votedAt, limit),
  answers: (db, after, limit) =>
    readAnswers(db, and(behind(after, answers.createdAt, answers.id), LEFT_OPEN), answers.createdAt, limit),
  async searches(db, after, limit) {
    const rows = await db
      .select({ at: searches.lastAt, id: searches.text })
      .from(searches)
      .where(behind(after, searches.lastAt, searches.text))
      .orderBy(asc(searches.lastAt), asc(searches.text))
      .limit(limit);
    return rows.map(({ at, id }) => ({ kind: "search", key: id, knowledge: null, at, id }));
  },
};

/** What came after the cursor, oldest first, so many rows of each source at most; and how far that is. */
export async function readChanges(db: Db, cursor: Cursor, limit: number): Promise<{ changes: Change[]; next: Cursor }> {
  const changes = new Map<string, Change>();
  const next = { ...cursor, whole: true };
  for (const source of Object.keys(SOURCES) as Source[]) {
    const rows = await SOURCES[source](db, cursor[source], limit);
    for (const { kind, key, knowledge } of rows) changes.set(`${kind} ${key}`, { kind, key, knowledge });
    const last = rows.at(-1);
    const ends = rows.length < limit;
    // a search's id is its words, and a cursor outlives them
    if (last?.at) next[source] = ends && source === "searches" ? after(last.at) : { at: last.at, id: last.id };
    if (!ends) next.whole = false;
  }
  return { changes: [...changes.values()], next };
}

/** Behind all of a moment. What of it is written later is found by looking back. */
const after = (at: Date): Mark => ({ at: new Date(at.getTime() + 1), id: "" });

/** Again from a little before: what was written at the same moment may have come to be there later. */
export function stepBack(cursor: Cursor, ms: number): Cursor {
  const before = ({ at }: Mark): Mark => ({ at: new Date(Math.max(0, at.getTime() - ms)), id: "" });
  const { answers: asked, votes, searches: searched } = cursor;
  return { ...cursor, answers: before(asked), votes: before(votes), searches: before(searched) };
}

async function readAnswers(db: Db, where: SQL | undefined, moment: SQLiteColumn, limit: number): Promise<Row[]> {
  const rows = await db
    .select({
      at: answers.createdAt,
      votedAt: answers.votedAt,
      id: answers.id,
      key: answers.questionKey,
      knowledge: answers.knowledgeVersion,
    })
    .from(answers)
    .where(where)
    .orderBy(asc(moment), asc(answers.id))
    .limit(limit);
  return rows.map(({ at, votedAt, ...row }) => ({
    kind: "question",
    ...row,
    at: moment === answers.votedAt ? votedAt : at,
  }));
}

const behind = ({ at, id }: Mark, moment: SQLiteColumn, name: SQLiteColumn): SQL | undefined =>
  rowsBehind({ by: at, id }, moment, name, "up");
