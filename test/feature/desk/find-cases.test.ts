import { eq, sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { caseTags, mentions } from "#db/schema/cases.ts";
import { escalations, messages } from "#db/schema/escalation.ts";
import type { CaseQuery } from "#server/features/desk/cases.schema.ts";
import { listCases } from "#server/features/desk/list-cases.ts";
import { putCase, putColleague } from "#test/support/cases.ts";
import { freshDatabase } from "#test/support/database.ts";

const { db } = await freshDatabase();
let now = new Date("2026-11-23T09:00:00.000Z");
const at = (hour: number) => new Date(Date.UTC(2026, 10, 23, hour));
const list = (query: CaseQuery) => listCases({ db, clock: { now: () => now } }, "mara", query);
const ids = async (query: CaseQuery) => (await list(query)).cases.map(({ id }) => id);
const find = (q: string) => ids({ q });
const say = (id: string, escalationId: string, body: string) =>
  db.insert(messages).values({ id, escalationId, from: "note", author: "Mara", body, createdAt: now });

await putColleague(db, "mara", "Mara");
await putColleague(db, "tom", "Tom");

test("search finds beginnings of words in all that was written, in any order, with or without accents", async () => {
  await putCase(db, "find", {
    createdAt: at(1),
    reference: "RF-7K2M-041",
    name: "Zoë Müller",
    email: "zoe.mueller@example.org",
    subject: "Doubled contacts",
    message: 'Got 100% duplicates in HubSpot\'s "Новый" list',
  });
  await putCase(db, "other", { createdAt: at(2), message: "Something else altogether" });
  await say("m1", "find", "Looks like the booking provider");
  const words = ["DUPLIC", "hubspot duplicates", "zoe muller", "Zoë MÜLLER", "нов", "doubled"];
  for (const q of [...words, "booking prov", "7k2m", "mueller example", "100%", "contacts, booking; zoe!"])
    expect([q, await find(q)]).toEqual([q, ["find"]]);
  expect(await find("duplicates elsewhere")).toEqual([]);
  expect(await find("uplicates")).toEqual([]);
});

test("a reference or an address typed whole is looked up, in small or capital letters", async () => {
  await say("m2", "other", "Compare RF-7K2M-041 of zoe.mueller@example.org");
  expect(await find("rf-7k2m-041")).toEqual(["find"]);
  expect(await find("Zoe.Mueller@example.org")).toEqual(["find"]);
});

test("a reference is found without its hyphens, and so is a word that looks like one", async () => {
  expect(await find("rf7k2m041")).toEqual(["find"]);
  await putCase(db, "looks", { createdAt: at(3), message: "It says status404" });
  expect(await find("status404")).toEqual(["looks"]);
});

test("a letter alone is a word, of any other script a beginning", async () => {
  await putCase(db, "letter", { createdAt: at(4), message: "Plan Q, 登録できない" });
  expect(await find("q")).toEqual(["letter"]);
  expect(await find("p")).toEqual([]);
  expect(await find("登")).toEqual(["letter"]);
});

test("what a query language could take for its own is only text", async () => {
  const hostile = [
    '"',
    "'",
    "* OR 1",
    "a:* | b",
    "NEAR(a b)",
    "words : find",
    "-find",
    "')--",
    "(((",
    "\\",
    "!!",
    "<->",
    "& &",
  ];
  for (const q of hostile) await find(q);
  expect(await find("find' | 'other")).toEqual([]);
  expect(await find('"duplicates" OR "altogether"')).toEqual([]);
  expect(await find("%")).toEqual([]);
});

test("the index follows what is changed and taken away, and of an erased case nothing is left", async () => {
  await putCase(db, "gone", { createdAt: at(3), message: "quicksilver" });
  await say("m3", "gone", "a word of gossamer");
  expect(await find("quicksilver gossamer")).toEqual(["gone"]);
  await db.update(escalations).set({ message: "mercury" }).where(eq(escalations.id, "gone"));
  expect([await find("quicksilver"), await find("mercury gossamer")]).toEqual([[], ["gone"]]);
  await db.delete(messages).where(eq(messages.id, "m3"));
  expect(await find("gossamer")).toEqual([]);
  const indexed = async () => {
    const [row] = await db.select({ rows: sql<number>`(select count(*) from case_search)` }).from(sql`(select 1) one`);
    return row?.rows;
  };
  const before = await indexed();
  await db.delete(escalations).where(eq(escalations.id, "gone"));
  expect(await find("mercury")).toEqual([]);
  expect(await indexed()).toBe(Number(before) - 1);
});

test("two who write on one case at once leave out neither's words", async () => {
  await putCase(db, "both", { createdAt: at(3) });
  const words = Array.from({ length: 20 }, (_, n) => `wort${String.fromCharCode(97 + n)}`);
  await Promise.all(
    words.map((word) =>
      db.transaction(async (tx) => {
        const row = { id: word, escalationId: "both", from: "customer" as const, author: "a", createdAt: now };
        await tx.insert(messages).values({ ...row, body: word });
        await tx.update(escalations).set({ updatedAt: now }).where(eq(escalations.id, "both"));
      }),
    ),
  );
  expect(await find(words.slice(0, 12).join(" "))).toEqual(["both"]);
  expect(await find(words.slice(8).join(" "))).toEqual(["both"]);
  await db.delete(escalations).where(eq(escalations.id, "both"));
});

test("filters narrow together, and each count is what its link would list", async () => {
  await db.delete(escalations);
  await putCase(db, "a", {
    createdAt: at(1),
    email: "A@example.org",
    ownerId: "mara",
    priority: "urgent",
    topicId: "syncing",
  });
  await putCase(db, "b", { createdAt: at(2), ownerId: "tom", state: "open", waitingSince: at(1) });
  await putCase(db, "c", { createdAt: at(3), state: "waiting", waitingSince: null, topicId: "syncing" });
  await putCase(db, "d", { createdAt: at(4), ownerId: "mara", state: "open", snoozedUntil: at(20) });
  await putCase(db, "e", { createdAt: at(5), email: "e@example.org", state: "solved", waitingSince: null });
  await db.insert(caseTags).values([
    { escalationId: "a", tag: "billing" },
    { escalationId: "b", tag: "billing" },
  ]);
  await say("m9", "b", "@Mara");
  await db.insert(mentions).values({ id: "1", messageId: "m9", escalationId: "b", staffId: "mara", createdAt: now });
  const cases: [CaseQuery, string[]][] = [
    [{}, ["e", "c", "b", "a"]],
    [{ owner: "me" }, ["a"]],
    [{ owner: "nobody" }, ["e", "c"]],
    [{ owner: "tom", state: "open" }, ["b"]],
    [{ tag: "billing" }, ["b", "a"]],
    [{ tag: "billing", priority: "urgent" }, ["a"]],
    [{ topic: "syncing", state: "waiting" }, ["c"]],
    [{ mentioned: "me" }, ["b"]],
    [{ snoozed: "yes" }, ["d"]],
    [{ state: "unsolved" }, ["c", "b", "a"]],
    [{ state: "unsolved", owner: "nobody" }, ["c"]],
    [{ state: "unsolved", snoozed: "yes" }, ["d"]],
    [{ email: "a@example.org" }, ["a"]],
    [{ email: "@EXAMPLE.org" }, ["e", "a"]],
    [{ after: at(2).toISOString(), before: at(5).toISOString() }, ["c", "b"]],
    [{ sort: "waiting" }, ["a", "b"]],
    [{ q: "nothing" }, ["e", "d", "c", "b", "a"]],
  ];
  for (const [query, expected] of cases) expect([query, await ids(query)]).toEqual([query, expected]);
  expect((await list({})).counts).toEqual({
    ...{
      unsolved: 3,
      new: 1,
      open: 1,
      waiting: 1,
      solved: 1,
      all: 4,
      snoozed: 1,
      junk: 0,
      anybody: 4,
      mine: 1,
      nobody: 2,
      mentioned: 1,
    },
  });
  for (const query of [{ owner: "me" }, { tag: "billing" }, { q: "nothing" }, { sort: "waiting" }] as CaseQuery[]) {
    const { counts } = await list(query);
    for (const state of ["unsolved", "new", "open", "waiting", "solved"] as const)
      expect([query, state, counts[state]]).toEqual([query, state, (await ids({ ...query, state })).length]);
    expect(counts.mine).toBe((await ids({ ...query, owner: "me" })).length);
    expect(counts.snoozed).toBe((await ids({ ...query, snoozed: "yes" })).length);
    expect(counts.mentioned).toBe((await ids({ ...query, mentioned: "me" })).length);
  }
});

test("a snoozed case comes back by itself, to the top, and stays there until another is changed", async () => {
  now = at(20);
  expect(await ids({})).toEqual(["d", "e", "c", "b", "a"]);
  for (const query of [{ state: "open" }, { state: "unsolved" }, { owner: "mara" }, { q: "nothing" }] as CaseQuery[])
    expect([query, (await ids(query))[0]]).toEqual([query, "d"]);
  expect((await list({})).counts.snoozed).toBe(0);
  await putCase(db, "f", { createdAt: at(21) });
  now = at(22);
  expect((await ids({})).slice(0, 3)).toEqual(["f", "d", "e"]);
});

test("whoever reads what was changed finds a case that came back at its last change, and searches one that is snoozed still", async () => {
  expect(await ids({ sort: "changed" })).toEqual(["f", "e", "d", "c", "b", "a"]);
  now = at(19);
  expect(await ids({ q: "nothing" })).toEqual(["f", "e", "d", "c", "b", "a"]);
});

test("a page begins behind a case that came back, in lists and in searches", async () => {
  now = at(22);
  for (const query of [{}, { q: "nothing" }]) {
    const cursor = `${at(20).toISOString()} d`;
    expect([query, await ids({ ...query, cursor })]).toEqual([query, ["e", "c", "b", "a"]]);
  }
});
