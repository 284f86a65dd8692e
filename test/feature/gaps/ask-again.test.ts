import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { answers, searches } from "#db/schema/ask.ts";
import { gaps } from "#db/schema/gaps.ts";
import { settings } from "#db/schema/settings.ts";
import { askAgain } from "#server/features/gaps/ask-again.ts";
import { groupNew } from "#server/features/gaps/group/group-new.ts";
import { keepGaps } from "#server/features/gaps/keep-gaps.ts";
import { gapsDeps } from "#server/join-gaps.ts";
import { createKnowledge, type KnowledgeIndex } from "#server/knowledge/knowledge-index.ts";
import { prose, sampleArticle, sampleKnowledge } from "#test/fakes/knowledge.ts";
import { openGaps } from "#test/support/gaps.ts";
import { openTestHub } from "#test/support/hub.ts";
import { until } from "#test/support/wait.ts";

let now = new Date("2026-11-23T09:00:00.000Z");
const clock = { now: () => now };
const hub = await openTestHub({ knowledge: sampleKnowledge, clock });
const { db, deps } = hub;
const { ask, search, list, detail, send } = await openGaps(hub);

const faxing = sampleArticle("this-hub/send-a-fax", "Send a fax", {
  "": prose("You can send a fax to support. Dial the fax number that stands on your invoice."),
});
const before = deps.knowledge.current();
const withFax = createKnowledge({ ...sampleKnowledge, articles: [...sampleKnowledge.articles, faxing] });
const unlike = sampleArticle("this-hub/brass", "Brass bands", { "": prose("We sponsor a brass band in Leeds.") });
const withBrass = createKnowledge({ ...sampleKnowledge, articles: [...sampleKnowledge.articles, unlike] });

/** The process as it is after the switch to another build. */
const onBuild = (index: KnowledgeIndex) => gapsDeps({ ...deps, knowledge: { current: () => index } });
const later = (minutes: number): Date => (now = new Date(now.getTime() + minutes * 60_000));
const group = (index = before) => groupNew(onBuild(index), 1000);
const only = async (state: string) => {
  const found = (await list(`?state=${state}`)).gaps;
  expect(found).toHaveLength(1);
  return detail(found[0]?.id ?? "");
};

beforeEach(async () => {
  for (const table of [answers, searches, gaps]) await db.delete(table);
  for (const key of ["gaps.cursor", "gaps.asked"]) await db.delete(settings).where(eq(settings.key, key));
  later(60);
});

describe("a later build", () => {
  it("closes the gaps that it answers, says by what, and leaves the others open", async () => {
    await ask("Can I send a fax to support?", { knowledgeVersion: before.version });
    await search("zebra parade");
    await group();
    later(10);
    expect(await askAgain(onBuild(withFax))).toBe(true);
    const closed = await only("closed");
    expect(closed).toMatchObject({ title: "Can I send a fax to support?", closed: { at: now.toISOString() } });
    const [row] = await db.select().from(gaps).where(eq(gaps.state, "closed"));
    expect(row).toMatchObject({ closedBy: withFax.version, closedArticle: "this-hub/send-a-fax", version: 2 });
    expect(await only("open")).toMatchObject({ title: "zebra parade" });
  });

  it("closes a search that finds something now", async () => {
    await search("brass band");
    await group();
    await askAgain(onBuild(withFax));
    expect((await list()).gaps).toHaveLength(1);
    await askAgain(onBuild(withBrass));
    expect((await list("?state=closed")).gaps).toMatchObject([{ title: "brass band" }]);
  });

  it("opens again what it does not answer any more, and what it leaves open after all", async () => {
    await ask("Can I send a fax to support?", { knowledgeVersion: before.version });
    await group();
    await askAgain(onBuild(withFax));
    await askAgain(onBuild(withBrass));
    expect(await only("open")).toMatchObject({ closed: null });
    await askAgain(onBuild(withFax));
    expect(await only("closed")).toMatchObject({ questions: 1 });
    later(5);
    const disliked = { verdict: "answered", helped: false, votedAt: now } as const;
    await ask("Can I send a fax to support?", { ...disliked, knowledgeVersion: withFax.version });
    await group(withFax);
    expect(await only("open")).toMatchObject({ questions: 2 });
  });

  it("does not take for an answer what was none to the reader, or to a model, unless something is new in it", async () => {
    const found = (contentHash: string) => ({
      passages: [{ n: 1, articleId: faxing.id, section: "", title: "", url: "", contentHash, score: 1 }],
      knowledgeVersion: before.version,
    });
    await ask("Can I send a fax to support?", { verdict: "answered", helped: false, ...found(faxing.contentHash) });
    await group();
    await askAgain(onBuild(withFax));
    expect(await only("open")).toMatchObject({ questions: 1 });
    later(5);
    await ask("Can I send a fax to support?", { mode: "model", ...found("an older version") });
    await db.delete(settings).where(eq(settings.key, "gaps.asked"));
    await group();
    await askAgain(onBuild(withFax));
    expect(await only("closed")).toMatchObject({ questions: 2 });
  });

  it("leaves what staff dismissed alone", async () => {
    await ask("Can I send a fax to support?", { knowledgeVersion: before.version });
    const { id, version } = await only("open");
    await send("PATCH", `/${id}`, { version, state: "dismissed" });
    await askAgain(onBuild(withFax));
    expect(await only("dismissed")).toMatchObject({ id, version: 2 });
  });
});

it("asks once a build, in whatever process; one that is stopped leaves it to the next", async () => {
  await ask("Can I send a fax to support?", { knowledgeVersion: before.version });
  await group();
  let judged = 0;
  const counting = {
    ...onBuild(withFax),
    judge: (...args: Parameters<ReturnType<typeof gapsDeps>["judge"]>) => (judged++, gapsDeps(deps).judge(...args)),
  };
  const stopped = AbortSignal.abort();
  expect(await askAgain(counting, stopped)).toBe(false);
  expect(judged).toBe(0);
  await Promise.all([askAgain(counting), askAgain(counting), askAgain(counting)]);
  await askAgain(counting);
  expect(judged).toBe(1);
});

it("a running hub does it by itself, when it starts and when a build comes", async () => {
  await ask("Can I send a fax to support?", { knowledgeVersion: before.version });
  let current = before;
  let tell = (): void => {};
  const builds = { onBuild: (listener: () => void) => void (tell = listener) };
  const running = { ...onBuild(before), knowledge: { current: () => current }, builds };
  const stop = keepGaps(running);
  await until(async () => (await db.select().from(gaps)).length === 1);
  current = withFax;
  tell();
  await until(async () => (await db.select().from(gaps).where(eq(gaps.state, "closed"))).length === 1);
  await stop();
});
