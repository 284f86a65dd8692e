import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { answers, searches } from "#db/schema/ask.ts";
import { audit } from "#db/schema/audit.ts";
import { gaps } from "#db/schema/gaps.ts";
import { settings } from "#db/schema/settings.ts";
import { cleanUp } from "#server/clean-up.ts";
import { voteOnAnswer } from "#server/features/ask/record-answer.ts";
import type { GapList } from "#server/features/gaps/gaps.schema.ts";
import { groupNew } from "#server/features/gaps/group/group-new.ts";
import { gapsDeps } from "#server/join-gaps.ts";
import { sampleKnowledge } from "#test/fakes/knowledge.ts";
import { openGaps } from "#test/support/gaps.ts";
import { openTestHub } from "#test/support/hub.ts";
import { until } from "#test/support/wait.ts";

let now = new Date("2026-11-23T09:00:00.000Z");
const clock = { now: () => now };
const later = (minutes: number): Date => (now = new Date(now.getTime() + minutes * 60_000));
const hub = await openTestHub({ knowledge: sampleKnowledge, clock });
const { db, deps } = hub;
const { ask, search, list, detail, send } = await openGaps(hub);
beforeEach(async () => {
  for (const table of [answers, searches, gaps]) await db.delete(table);
  await db.delete(settings).where(eq(settings.key, "gaps.cursor"));
  later(60);
});
const titles = async (query = "") => (await list(query)).gaps.map(({ title }) => title);
const only = async (query = "") => {
  const [gap, ...others] = (await list(query)).gaps;
  if (!gap || others.length > 0) throw new Error(`Not one gap, but ${others.length + (gap ? 1 : 0)}`);
  return gap;
};

describe("grouping", () => {
  it("puts questions and searches that mean the same into one gap, and what is near apart", async () => {
    await ask("Can I export my referrals?");
    await ask("can i export my referrals?");
    await search("referrals export", 3);
    await ask("Can I import my referrals?");
    await ask("How do I cancel?", { verdict: "partial", stopped: true });
    await ask("Which CRMs?", { verdict: "answered" });
    await ask("Who may cancel?", { verdict: "partial", helped: true });
    const { gaps: found, counts } = await list();
    expect(counts).toEqual({ open: 2, dismissed: 0, closed: 0 });
    expect(found).toMatchObject([
      { title: "referrals export", questions: 2, searches: 3, state: "open", closed: null },
      { title: "Can I import my referrals?", questions: 1, searches: 0 },
    ]);
  });

  it("counts nothing twice, however often and by however many it is done", async () => {
    for (let time = 0; time < 5; time++) await ask("Is there a mobile app?");
    await ask("mobile app");
    await Promise.all(Array.from({ length: 20 }, () => groupNew(gapsDeps(deps), 1000)));
    await groupNew(gapsDeps(deps), 1000);
    expect(await only()).toMatchObject({ questions: 6 });
    later(1);
    await ask("mobile app");
    await list();
    expect(await only()).toMatchObject({ questions: 7, lastAt: now.toISOString() });
  });

  it("takes in what did not help, and lets it go when it did after all", async () => {
    const id = await ask("How do I pay out rewards?", { verdict: "answered" });
    expect(await titles()).toEqual([]);
    await voteOnAnswer({ db, clock }, id, { helped: false });
    expect(await titles()).toEqual(["How do I pay out rewards?"]);
    later(1);
    await voteOnAnswer({ db, clock }, id, { helped: true });
    expect(await titles()).toEqual([]);
  });

  it("leaves out what is no question, though somebody was not helped by the answer", async () => {
    await ask("Hello!", { verdict: "answered", helped: false, votedAt: now });
    expect(await titles()).toEqual([]);
  });

  it("finds a name that was typed wrongly beside the right one", async () => {
    await ask("Do you integrate with Shopify?");
    await search("shopfy integration");
    expect(await only()).toMatchObject({ questions: 1, searches: 1 });
  });
});

describe("the list", () => {
  it("has what was asked just now", async () => {
    await ask("Is there a mobile app?");
    const listed = async () => ((await (await send("GET", "")).json()) as GapList).gaps;
    expect(await until(async () => (await listed())[0])).toMatchObject({ title: "Is there a mobile app?" });
  });

  it("is narrowed by state, kind, topic, integration and words, and goes on where it stopped", async () => {
    await ask("Does the HubSpot free plan work?");
    await search("fax machine", 9);
    for (let at = 0; at < 52; at++) await search(`${"abcdefghij"[at % 10]}qz${"klmnopqrst"[Math.floor(at / 10)]}x`);
    await groupNew(gapsDeps(deps), 5000);
    expect(await titles("?kind=question")).toEqual(["Does the HubSpot free plan work?"]);
    expect(await titles("?integration=hubspot")).toEqual(["Does the HubSpot free plan work?"]);
    expect(await titles("?q=FAX")).toEqual(["fax machine"]);
    expect(await titles("?q=100%25")).toEqual([]);
    // each filter counts what the others leave
    expect((await list("?q=FAX")).counts).toEqual({ open: 1, dismissed: 0, closed: 0 });
    expect((await list("?q=FAX&state=dismissed")).counts).toEqual({ open: 1, dismissed: 0, closed: 0 });
    expect((await list("?q=FAX")).integrations).toEqual([]);
    expect((await list("?integration=hubspot&topic=other")).integrations).toEqual([]);
    expect((await list("?integration=hubspot")).integrations).toMatchObject([{ id: "hubspot", count: 1 }]);
    expect(await titles("?state=dismissed")).toEqual([]);
    const first = await list();
    const second = await list(`?cursor=${encodeURIComponent(first.next ?? "")}`);
    expect(first.gaps[0]).toMatchObject({ title: "fax machine", searches: 9 });
    expect(new Set([...first.gaps, ...second.gaps].map(({ id }) => id)).size).toBe(54);
    expect(second.next).toBeNull();
    expect(first.integrations).toEqual([{ id: "hubspot", title: "HubSpot", count: 1 }]);
    expect((await send("GET", "?cursor=nobody")).status).toBe(400);
  });

  it("is for staff", async () => {
    expect((await send("GET", "", undefined, "")).status).toBe(401);
    expect((await send("GET", "/gap_x/draft", undefined, "")).status).toBe(401);
  });
});

describe("a gap", () => {
  it("shows its phrases, its answers, twelve weeks and what is nearest", async () => {
    await ask("How long does the Tenant ID approval take on weekends?", {
      createdAt: new Date(now.getTime() - 15 * 24 * 60 * 60_000),
    });
    const id = await ask("How long does the Tenant ID approval take on weekends?");
    const gap = await detail((await only()).id);
    expect(gap.phrases).toMatchObject([{ kind: "question", count: 2 }]);
    expect(gap.answers[0]).toMatchObject({ id, verdict: "unanswered", helped: null });
    expect(gap.weeks.map(({ count }) => count)).toEqual([0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0, 1]);
    expect(gap.nearest[0]?.url).toMatch(/^\/articles\/integrations\/connect-your-crm\//);
    expect(gap.nearest[0]?.near).toBeGreaterThan(0.4);
    expect((await send("GET", "/gap_gone")).status).toBe(404);
  });

  it("is dismissed, stays so when it is asked again, and is opened again; each is in the log", async () => {
    await search("fax machine", 2);
    const { id, version } = await only();
    expect((await send("PATCH", `/${id}`, { version, state: "dismissed" })).status).toBe(204);
    later(5);
    await search("fax machines");
    expect(await titles()).toEqual([]);
    const dismissed = await only("?state=dismissed");
    expect(dismissed).toMatchObject({ id, searches: 3 });
    await send("PATCH", `/${id}`, { version: dismissed.version, state: "open", title: "Sending by fax" });
    expect(await only()).toMatchObject({ id, title: "Sending by fax" });
    later(5);
    await search("fax machine", 5);
    expect(await only()).toMatchObject({ title: "Sending by fax", searches: 6 });
    const noted = await db
      .select({ action: audit.action, objectId: audit.objectId })
      .from(audit)
      .where(eq(audit.objectId, id))
      .orderBy(audit.id);
    expect(noted).toEqual(["gap.dismissed", "gap.opened", "gap.renamed"].map((action) => ({ action, objectId: id })));
  });

  it("is changed by one of many at once; the others are told what it is now", async () => {
    await search("fax machine");
    const { id, version } = await only();
    const tried = await Promise.all(
      Array.from({ length: 10 }, () => send("PATCH", `/${id}`, { version, state: "dismissed" })),
    );
    expect(tried.map(({ status }) => status).toSorted()).toEqual([204, ...Array.from({ length: 9 }, () => 409)]);
    const refused = await tried.find(({ status }) => status === 409)?.json();
    expect(refused).toMatchObject({ code: "conflict", current: { state: "dismissed", version: version + 1 } });
    expect(refused.detail).toContain("Admin changed this gap meanwhile: it is dismissed");
    expect(await db.select().from(audit).where(eq(audit.objectId, id))).toHaveLength(1);
  });

  it("takes another one in, and gives a phrase back", async () => {
    await search("fax machine", 2);
    await search("send by telefax", 5);
    const [first, second] = (await list()).gaps;
    if (!first || !second) throw new Error("Two gaps are needed");
    const merge = { version: second.version, other: first.id, otherVersion: first.version };
    expect((await send("POST", `/${second.id}/merge`, { ...merge, otherVersion: 99 })).status).toBe(409);
    expect((await send("POST", `/${second.id}/merge`, { ...merge, other: second.id })).status).toBe(422);
    expect((await send("POST", `/${second.id}/merge`, merge)).status).toBe(204);
    const merged = await only();
    expect(merged).toMatchObject({ id: second.id, title: "send by telefax", searches: 7 });
    const { phrases } = await detail(merged.id);
    const split = { version: merged.version, phraseId: phrases.find(({ text }) => text === "fax machine")?.id };
    const response = await send("POST", `/${merged.id}/split`, split);
    expect(response.status).toBe(201);
    expect(await titles()).toEqual(["send by telefax", "fax machine"]);
    const { id } = (await response.json()) as { id: string };
    expect(await detail(id)).toMatchObject({ title: "fax machine", searches: 2, version: 1 });
    const alone = await detail(id);
    const again = { version: alone.version, phraseId: alone.phrases[0]?.id };
    expect((await send("POST", `/${id}/split`, again)).status).toBe(422);
  });

  it("is downloaded as the draft of an article", async () => {
    await search("fax machine in HubSpot", 2);
    const { id } = await only();
    const response = await send("GET", `/${id}/draft`);
    expect(response.headers.get("content-disposition")).toBe(
      'attachment; filename="integrations--fax-machine-in-hubspot.mdx"',
    );
    expect(response.headers.get("x-content-type-options")).toBe("nosniff");
    expect(await response.text()).toContain("2× fax machine in HubSpot");
  });

  it("is forgotten when nobody has asked for as long as the hub keeps questions", async () => {
    await search("fax machine", 2);
    await groupNew(gapsDeps(deps), 1000);
    later(91 * 24 * 60);
    await search("paper mail");
    expect((await list()).gaps).toHaveLength(2);
    await cleanUp({ db, clock, hub: { retentionDays: 90, retention: {} } });
    await groupNew(gapsDeps(deps), 1000);
    // the session is as old, and gone too
    expect(await db.select({ title: gaps.title }).from(gaps)).toEqual([{ title: "paper mail" }]);
  });
});
