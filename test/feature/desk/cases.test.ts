import { expect, test } from "vitest";
import type { Tx } from "#db/database.ts";
import type { escalations } from "#db/schema/escalation.ts";
import { outbox } from "#db/schema/outbox.ts";
import { AppError } from "#server/core/errors.ts";
import { changeCase } from "#server/features/desk/change-cases.ts";
import { listCases } from "#server/features/desk/list-cases.ts";
import { readCase } from "#server/features/desk/read-case.ts";
import { noteOnCase, replyToCase } from "#server/features/desk/write-message.ts";
import { putCase as putRow } from "#test/support/cases.ts";
import { freshDatabase } from "#test/support/database.ts";

const { db } = await freshDatabase();
let now = new Date("2026-11-23T09:00:00.000Z");
const clock = { now: () => now };
const told: string[] = [];
const tellCustomer = async (_tx: Tx, { reference }: { reference: string }, { body }: { body: string }) => {
  told.push(`${reference}: ${body}`);
};
const deps = {
  db,
  clock,
  tellCustomer,
  tellMentioned: async () => {},
  linkedArticles: () => [],
  tellSolved: async () => {},
  tellReopened: async () => {},
};
const staff = { id: "usr_support", name: "Support" };
const findArticle = (id: string) =>
  id === "t/one" ? { title: "The first", url: "/articles/t/one/", contentHash: "0" } : undefined;
const codeOf = (error: unknown) => (error instanceof AppError ? error.code : error);

const putCase = (id: string, change?: Partial<typeof escalations.$inferInsert>) =>
  putRow(db, id, { createdAt: now, ...change });

test("a reply makes the case wait, stands in its thread, and the customer is told once", async () => {
  await putCase("reply", { articleId: "t/one" });
  now = new Date("2026-11-23T10:00:00.000Z");
  await replyToCase(deps, "reply", staff, { body: "Set existing contacts to update." });
  const shown = await readCase(db, findArticle, "reply");
  expect(shown.state).toBe("waiting");
  expect(shown.version).toBe(2);
  expect(shown.article).toEqual({ title: "The first", url: "/articles/t/one/" });
  expect(shown.messages).toMatchObject([
    { from: "agent", author: "Support", body: "Set existing contacts to update." },
  ]);
  expect(told).toEqual(["RF-reply: Set existing contacts to update."]);
});

test("a note stays inside: nobody is told and the state stays", async () => {
  await putCase("note");
  await noteOnCase(deps, "note", staff, { body: "Looks like the policy." });
  const shown = await readCase(db, findArticle, "note");
  expect(shown).toMatchObject({ state: "new", version: 2, messages: [{ from: "note" }] });
  expect(told.filter((line) => line.startsWith("RF-note"))).toEqual([]);
});

test("when telling the customer fails, the reply is not kept either", async () => {
  await putCase("half");
  const failing = { ...deps, tellCustomer: () => Promise.reject(new Error("no room")) };
  await expect(replyToCase(failing, "half", staff, { body: "Hello" })).rejects.toThrow("no room");
  expect(await readCase(db, findArticle, "half")).toMatchObject({ state: "new", version: 1, messages: [] });
});

test("of twenty changes at once by people who saw the same version, one is done", async () => {
  await putCase("race");
  const tries = Array.from({ length: 20 }, () =>
    changeCase(deps, staff, "race", { state: "solved", version: 1 }).catch(codeOf),
  );
  const ends = await Promise.all(tries);
  expect(ends.filter((end) => end !== "conflict")).toHaveLength(1);
  expect(ends.filter((end) => end === "conflict")).toHaveLength(19);
});

test("a case that is not there is not found, whatever is done to it", async () => {
  const acts = [
    readCase(db, findArticle, "gone"),
    changeCase(deps, staff, "gone", { state: "open", version: 1 }),
    replyToCase(deps, "gone", staff, { body: "Hello" }),
    noteOnCase(deps, "gone", staff, { body: "Hello" }),
  ];
  expect(await Promise.all(acts.map((act) => act.catch(codeOf)))).toEqual(Array(4).fill("not_found"));
});

test("pages go through every case once, newest change first, also where many changed in one moment", async () => {
  const at = new Date("2026-11-20T08:00:00.000Z");
  for (let n = 0; n < 70; n++) await putCase(`page-${String(n).padStart(2, "0")}`, { state: "open", createdAt: at });
  const first = await listCases(deps, staff.id, { state: "open" });
  const second = await listCases(deps, staff.id, { state: "open", cursor: first.next ?? "" });
  expect(first.cases).toHaveLength(50);
  expect(second.next).toBeNull();
  expect(new Set([...first.cases, ...second.cases].map(({ id }) => id)).size).toBe(70);
  expect(first.counts.open).toBe(70);
  for (const cursor of [
    "nonsense",
    "+275760-09-13T00:00:00.000Z esc_1",
    "0000-01-01T00:00:00.000Z esc_1",
    "2026-11-20T08:00:00.000Z",
  ])
    await expect(listCases(deps, staff.id, { cursor }).catch(codeOf)).resolves.toBe("bad_request");
});

test("a case shows what the hub sent about it, and when it will try again", async () => {
  await putCase("sent");
  const row = {
    kind: "email",
    payload: { to: "ada@example.com" },
    ref: "sent",
    attempts: 2,
    nextAt: now,
    createdAt: now,
  };
  await db.insert(outbox).values({ ...row, id: "out_1", dedupeKey: "1", state: "waiting", lastError: "refused" });
  await db.insert(outbox).values({ ...row, id: "out_2", dedupeKey: "2", state: "sent", sentAt: now });
  const { deliveries } = await readCase(db, findArticle, "sent");
  expect(deliveries).toMatchObject([
    {
      id: "out_1",
      to: "ada@example.com",
      state: "waiting",
      attempts: 2,
      lastError: "refused",
      nextAt: now.toISOString(),
    },
    { id: "out_2", state: "sent", nextAt: null },
  ]);
});
