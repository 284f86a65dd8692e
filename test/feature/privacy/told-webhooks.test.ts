import { existsSync, readFileSync } from "node:fs";
import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { webhookAttempts } from "#db/schema/api.ts";
import { outbox } from "#db/schema/outbox.ts";
import { settings } from "#db/schema/settings.ts";
import { toPath } from "#db/to-path.ts";
import { groupNew } from "#server/features/gaps/group/group-new.ts";
import type { PersonErased, PersonFound } from "#server/features/privacy/privacy.schema.ts";
import { HOOK_EVENT_NAMES } from "#server/outbox/hooks/hook-events.values.ts";
import { gapsDeps } from "#server/join-gaps.ts";
import { sampleKnowledge } from "#test/fakes/knowledge.ts";
import { dumpDatabase } from "#test/support/dump-database.ts";
import { openTestHub, signInAdmin } from "#test/support/hub.ts";
import { withJson } from "#test/support/request.ts";
import { caller } from "#test/support/staff.ts";

const hub = await openTestHub({ knowledge: sampleKnowledge });
const { app, db, deps } = hub;
const { databaseUrl } = deps.config;
const desk = caller(hub);
const admin = await signInAdmin(hub);
const ADDRESS = "mira@example.org";
const WORD = "quillfrob";

const visitor = (cookie = "") => ({
  send: (path: string, body: unknown) =>
    app.request(`/api${path}`, withJson("POST", body, { origin: deps.config.publicUrl, cookie })),
});
const cookieOf = (answer: Response) =>
  answer.headers
    .getSetCookie()
    .map((line) => line.split(";")[0])
    .join("; ");
const told = async () => (await db.select().from(outbox)).map(({ payload }) => (payload as { type: string }).type);

const url = "https://example.com/hook";
const { id: webhookId } = (await (
  await desk("POST", "/desk/webhooks", admin, { url, events: HOOK_EVENT_NAMES })
).json()) as { id: string };
const articleId = "integrations/connect-your-crm";
const voted = await visitor().send("/votes", { articleId, answered: false, email: ADDRESS, comment: `A ${WORD}` });
const mira = visitor(cookieOf(voted));
// to its end: what has no answer is noted there
await (await mira.send("/ask", { question: `Which brass bands play the ${WORD}?` })).text();
const search = { at: new Date().toISOString(), kind: "search", ref: `${WORD} tuba`, title: "Searched" };
await mira.send("/searches", { q: `${WORD} tuba`, results: 0 });
await mira.send("/escalations", { email: ADDRESS, message: "Please tune it", trail: [search] });
await visitor().send("/votes", { articleId, answered: false, comment: "Somebody else's" });
await groupNew(gapsDeps(deps), 5000);
for (const { id } of await db
  .select({ id: outbox.id })
  .from(outbox)
  .where(eq(outbox.kind, `hook:${webhookId}`)))
  await db
    .insert(webhookAttempts)
    .values({ id: `wat_${id}`, webhookId, deliveryId: id, at: new Date(), status: 400, ms: 1, said: `${WORD}: no` });

test("a place in the searches is kept without the words of the last one", async () => {
  const [place] = await db.select().from(settings).where(eq(settings.key, "gaps.cursor"));
  expect(place?.value).toContain("searches");
  expect(place?.value).not.toContain(WORD);
});

test("what webhooks were told of somebody's votes, questions and gaps is counted, and erased with them", async () => {
  expect((await told()).toSorted()).toEqual(
    expect.arrayContaining(["answer.unanswered", "case.opened", "gap.opened", "vote.cast"]),
  );
  const found = (await (await desk("POST", "/desk/privacy/lookup", admin, { address: ADDRESS })).json()) as PersonFound;
  const erasing = await desk("POST", "/desk/privacy/erase", admin, { address: ADDRESS, confirm: ADDRESS });
  const { counts } = (await erasing.json()) as PersonErased;
  expect(counts.deliveries).toBe(found.counts.deliveries);
  expect(await told()).toEqual(["vote.cast"]);
  expect((await dumpDatabase(databaseUrl)).filter((line) => line.includes(WORD))).toHaveLength(1);
  expect(await db.$count(webhookAttempts)).toBe(1);
});

// PostgreSQL's files are its own.
if (databaseUrl.startsWith("file:"))
  test("nor has any of SQLite's files a word of it, while the hub runs", () => {
    const path = toPath(databaseUrl);
    const text = [path, `${path}-wal`]
      .filter(existsSync)
      .map((file) => readFileSync(file, "latin1"))
      .join("");
    expect([ADDRESS, `A ${WORD}`, `${WORD}?`, `${WORD} tuba`].filter((words) => text.includes(words))).toEqual([]);
  });
