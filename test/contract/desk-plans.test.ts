import pg from "pg";
import Database from "better-sqlite3";
import { expect, inject, test } from "vitest";
import { selectCaseWords } from "#db/case-search.ts";
import { openDatabase } from "#db/database.ts";
import type { CaseQuery } from "#server/features/desk/cases.schema.ts";
import { readGroups } from "#server/features/desk/count-cases.ts";
import { findCases, setFilters } from "#server/features/desk/filter-cases.ts";
import { selectCases } from "#server/features/desk/list-cases.ts";
import { readThread } from "#server/features/desk/read-thread.ts";
import { freshDatabaseUrl } from "#test/support/database.ts";
import { explainQueries } from "#test/support/explain.ts";

// How the database means to carry a query out: an index, or every row of a table. Times depend on the machine; this does not.

const url = await freshDatabaseUrl();
const db = await openDatabase(url);
await db.close();
const asked = { staffId: "mara", now: new Date(), found: undefined };
const isPostgres = Boolean(inject("postgres"));

/** `sorted`: what is found has to be put in order afterwards. */
async function explain({ sql, params }: { sql: string; params: unknown[] }, sorted = false): Promise<string> {
  const values = params.map((value) => (value instanceof Date ? value.toISOString() : value));
  if (!isPostgres) {
    const file = new Database(url.replace("file:", ""), { readonly: true });
    const rows = file.prepare(`explain query plan ${sql}`).all(...values) as { detail: string }[];
    file.close();
    return rows.map(({ detail }) => detail).join("\n");
  }
  const client = new pg.Client(url);
  await client.connect();
  // an empty table is soon read and sorted; this asks what it would take not to
  await client.query(`set enable_seqscan = off; set enable_sort = ${sorted ? "on" : "off"}`);
  const { rows } = await client.query<{ "QUERY PLAN": string }>(`explain ${sql}`, values);
  await client.end();
  return rows.map((row) => row["QUERY PLAN"]).join("\n");
}

const LISTS: [CaseQuery, index: string][] = [
  [{}, "escalations_listed"],
  [{ state: "open" }, "escalations_state_listed"],
  [{ sort: "changed" }, "escalations_updated"],
  [{ state: "open", sort: "changed" }, "escalations_state_updated"],
  // both begin with the state; of an empty table neither is the shorter way
  [{ state: "unsolved" }, isPostgres ? "escalations_facets" : "escalations_state_listed"],
  [{ email: "dana@example.com" }, "escalations_email"],
  [{ owner: "me" }, "escalations_owner_listed"],
  [{ priority: "urgent" }, "escalations_priority_listed"],
  [{ topic: "syncing" }, "escalations_topic_listed"],
  [{ sort: "waiting" }, "escalations_waiting"],
  [{ snoozed: "yes" }, "escalations_snoozed"],
  [{ junk: "yes" }, "escalations_junk"],
  [{ tag: "billing" }, "case_tags_tag"],
  [{ mentioned: "me" }, "mentions_staff"],
  [{ q: "RF-7K2M-041" }, "escalations_reference"],
  [{ q: "dana@example.com" }, "escalations_email"],
];

test.each(LISTS)("the list of %o goes by %s, and by no whole table", async (query, index) => {
  const { q, tag, mentioned, email, state } = query;
  const sorted = Boolean(q ?? tag ?? mentioned ?? email) || state === "unsolved";
  const found = await findCases(db, q);
  const plan = await explain(selectCases(db, { ...asked, found }, query).toSQL(), sorted);
  expect(plan).toContain(index);
  expect(plan).not.toMatch(/SCAN escalations$|Seq Scan/m);
});

test("cases with words are found by an index of words", async () => {
  const plan = await explain(selectCaseWords(db, ["booking", "calendar"]).toSQL(), true);
  expect(plan).toContain(isPostgres ? "case_search_words" : "VIRTUAL TABLE INDEX");
});

const LATER_PAGES: [CaseQuery, plan: RegExp][] = [
  [{ state: "open" }, /escalations_state_listed \(state=\? AND <expr><\?\)|Index Cond: \(\(state = .*CASE WHEN.* <=/],
  [
    { state: "open", sort: "changed" },
    /escalations_state_updated \(state=\? AND updated_at<\?\)|Index Cond: \(\(state = .*updated_at <=/,
  ],
];

test.each(LATER_PAGES)("a later page of %o begins where the one before ended", async (query, begins) => {
  const cursor = `${asked.now.toISOString()} esc_1`;
  const plan = await explain(selectCases(db, asked, { ...query, cursor }).toSQL());
  expect(plan).toMatch(begins);
});

test("what was said in a case and in those that go on in it is read by indexes", async () => {
  const plans = await explainQueries(url, (given) => readThread(given, "esc_1"));
  expect(plans).toHaveLength(2);
  for (const plan of plans) expect(plan).not.toMatch(/SCAN (escalations|messages)|Seq Scan/);
});

test("counting reads an index alone, whatever is counted", async () => {
  const plan = await explain(readGroups(db, asked, undefined).toSQL());
  expect(plan).toMatch(/COVERING INDEX escalations_facets|Index Only Scan using escalations_facets/);
  const waiting = await explain(readGroups(db, asked, setFilters(db, asked, { sort: "waiting" })).toSQL());
  expect(waiting).toMatch(/escalations_(waiting|facets|state_updated)/);
});
