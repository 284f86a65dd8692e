import { asc, avg, count, eq, gt, max, sql, sum } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { containsInsensitive } from "#db/query.ts";
import { answers } from "#db/schema/ask.ts";
import { attachmentContents, attachments } from "#db/schema/attachments.ts";
import { escalations } from "#db/schema/escalation.ts";
import { freshDatabase } from "#test/support/database.ts";

const { db } = await freshDatabase();

const answer = (id: string, change: Partial<typeof answers.$inferInsert> = {}) => ({
  id,
  threadId: "thread",
  question: "Why?",
  questionKey: "why?",
  verdict: "answered" as const,
  mode: "extractive" as const,
  sentences: [],
  sources: [],
  createdAt: new Date("2026-11-23T09:00:00.123Z"),
  ...change,
});

async function roundTrip(change: Partial<typeof answers.$inferInsert>) {
  const id = crypto.randomUUID();
  await db.insert(answers).values(answer(id, change));
  const [row] = await db.select().from(answers).where(eq(answers.id, id));
  await db.delete(answers).where(eq(answers.id, id));
  return row!;
}

describe("every type comes back as it went in", () => {
  test.each(["", "plain", "żółć 漢字 👩‍👩‍👧", 'it\'s "quoted" \\ ? $1 %_', "line\r\n\ttab", "x".repeat(100_000)])(
    "text %j",
    async (question) => expect((await roundTrip({ question })).question).toBe(question),
  );

  test("text that one of them could not hold is mended alike", async () => {
    expect((await roundTrip({ question: "a\0b\ud800c" })).question).toBe("a\u{fffd}b\u{fffd}c");
  });

  test.each([true, false, null])("a boolean: %j", async (helped) => {
    expect((await roundTrip({ helped })).helped).toBe(helped);
  });

  test.each([0, 1, 0.1, 0.8349999999999999, 1e-9])("a number with a fraction: %j", async (confidence) => {
    expect((await roundTrip({ confidence })).confidence).toBe(confidence);
  });

  test.each(["1970-01-01T00:00:00.000Z", "2026-03-29T01:59:59.999Z", "2099-12-31T23:59:59.001Z"])(
    "a moment: %s",
    async (at) => expect((await roundTrip({ createdAt: new Date(at) })).createdAt).toEqual(new Date(at)),
  );

  test("bytes, whatever they are", async () => {
    const at = new Date("2026-11-23T09:00:00.123Z");
    const dates = { receiptExpiresAt: at, createdAt: at, updatedAt: at };
    const about = { id: "esc_1", reference: "R", receiptHash: "h", email: "ann@example.com", message: "Help" };
    await db.insert(escalations).values({ ...about, ...dates, trail: [], state: "new", version: 1 });
    const file = { id: "att_1", escalationId: "esc_1", from: "customer" as const, name: "a.bin", size: 256 };
    await db.insert(attachments).values({ ...file, mediaType: "image/png", sha256: "", createdAt: at });
    const content = Uint8Array.from({ length: 256 }, (_, byte) => byte);
    await db.insert(attachmentContents).values({ attachmentId: "att_1", content });
    const [row] = await db.select().from(attachmentContents);
    expect(row?.content).toEqual(content);
  });

  test("JSON, with the order of its keys", async () => {
    const sentences = [{ text: 'é \0 \ud800 "', citations: [1, 2] }];
    const sources = [{ z: 1, a: null, 2: [true, 1.5, "2026-11-23T09:00:00.123Z"] }] as never;
    const row = await roundTrip({ sentences, sources });
    expect(row.sentences).toEqual(sentences);
    expect(JSON.stringify(row.sources)).toBe(JSON.stringify(sources));
  });
});

describe("queries mean the same", () => {
  test("comparing, ordering and summing", async () => {
    const days = [3, 1, 2].map((day) => new Date(Date.UTC(2026, 0, day, 10, 0, 0, day)));
    await db
      .insert(answers)
      .values(days.map((createdAt, index) => answer(`q${index}`, { createdAt, helped: index > 0 })));

    const later = await db
      .select()
      .from(answers)
      .where(gt(answers.createdAt, days[1]!))
      .orderBy(asc(answers.createdAt));
    expect(later.map((row) => row.id)).toEqual(["q2", "q0"]);
    expect(await db.select({ id: answers.id }).from(answers).where(eq(answers.helped, false))).toEqual([{ id: "q0" }]);
    expect(await db.select({ at: max(answers.createdAt) }).from(answers)).toEqual([{ at: days[0] }]);

    const [counted] = await db
      .select({
        all: count(),
        helped: sql<number>`count(*) filter (where ${answers.helped})`,
        atLeast: sql<number>`count(*) filter (where ${answers.createdAt} >= ${days[2]})`,
        length: sum(sql`length(${answers.id})`).mapWith(Number),
        mean: avg(sql`length(${answers.id})`).mapWith(Number),
      })
      .from(answers);
    expect(counted).toEqual({ all: 3, helped: 2, atLeast: 2, length: 6, mean: 2 });
    expect(await db.$count(answers)).toBe(3);
    await db.delete(answers);
  });

  test("finding text in small and capital letters, wildcards taken literally", async () => {
    const questions = ["ÄRGER with 100%", "ärger with 1000", "a_b", "a\\b", "axb"];
    await db.insert(answers).values(questions.map((question, index) => answer(`c${index}`, { question })));
    const find = async (text: string) => {
      const found = await db.select().from(answers).where(containsInsensitive(answers.question, text));
      return found.map((row) => row.id).toSorted();
    };
    expect(await find("Ärger")).toEqual(["c0", "c1"]);
    expect(await find("100%")).toEqual(["c0"]);
    expect(await find("A_B")).toEqual(["c2"]);
    expect(await find("\\")).toEqual(["c3"]);
    await db.delete(answers);
  });

  test("an error tells nobody what customers wrote", async () => {
    await db.insert(answers).values(answer("twice"));
    const again = db.insert(answers).values(answer("twice", { question: "my secret" }));
    await expect(again).rejects.toSatisfy((error) => error instanceof Error && !`${error.stack}`.includes("my secret"));
  });
});
