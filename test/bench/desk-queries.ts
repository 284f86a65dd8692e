import { eq } from "drizzle-orm";
import type { Db } from "#db/database.ts";
import { escalations } from "#db/schema/escalation.ts";
import { systemClock as clock } from "#server/core/clock.ts";
import type { CaseQuery } from "#server/features/desk/cases.schema.ts";
import { listCases } from "#server/features/desk/list-cases.ts";
import { listEarlier, listSimilar } from "#server/features/desk/near-cases.ts";
import { readCase } from "#server/features/desk/read-case.ts";
import { listTags } from "#server/features/desk/list-tags.ts";
import { SEEDED } from "./desk-seed.ts";

/** Something that the desk reads while somebody waits for it. */
type DeskQuery = { name: string; run: (db: Db) => Promise<unknown> };

const list = (name: string, query: CaseQuery): DeskQuery => ({
  name: `list: ${name}`,
  run: (db) => listCases({ db, clock }, SEEDED.staffId, query),
});
const search = (name: string, q: string): DeskQuery => ({
  name: `search: ${name}`,
  run: (db) => listCases({ db, clock }, SEEDED.staffId, { q }),
});

async function seededCase(db: Db) {
  const [found] = await db.select().from(escalations).where(eq(escalations.reference, SEEDED.reference));
  if (!found) throw new Error("The seeded case is not there");
  return found;
}

const readNear = (db: Db, of: typeof escalations.$inferSelect) =>
  Promise.all([listEarlier(db, of), listSimilar(db, of)]);

/** What is measured: a line each. Lists and searches with their page, its tags and owners, and the counts of all filters. */
export const DESK_QUERIES: DeskQuery[] = [
  list("all", {}),
  list("one state", { state: "open" }),
  list("mine, urgent", { owner: "me", priority: "urgent" }),
  list("nobody's", { owner: "nobody" }),
  list("a tag of one in ten", { tag: "billing" }),
  list("a topic", { topic: "syncing" }),
  list("waiting longest", { sort: "waiting" }),
  list("snoozed", { snoozed: "yes" }),
  list("mentions of me", { mentioned: "me" }),
  search("a reference", SEEDED.reference),
  search("an address", SEEDED.email),
  search("a rare word", "quicksilver"),
  search("two words, of one in twenty", "booking calendar"),
  search("a word of one in three", "contacts"),
  search("a word of every case", "hello"),
  search("one letter", "c"),
  { name: "case: what was sent and said", run: async (db) => readCase(db, () => undefined, (await seededCase(db)).id) },
  { name: "case: near ones", run: async (db) => readNear(db, await seededCase(db)) },
  { name: "tags", run: (db) => listTags(db) },
];
