import { expect, test, vi } from "vitest";
import { openDatabase } from "#db/database.ts";
import { eq, isNotNull } from "drizzle-orm";
import { caseViewers } from "#db/schema/cases.ts";
import { systemClock as clock } from "#server/core/clock.ts";
import { noteWriting } from "#server/features/desk/case-viewers.ts";
import { findChanged } from "#server/features/desk/find-changed.ts";
import { changeCase } from "#server/features/desk/change-cases.ts";
import { putCase, putColleague } from "#test/support/cases.ts";
import { openTestHub, signInAdmin } from "#test/support/hub.ts";
import { withJson } from "#test/support/request.ts";

const hub = await openTestHub();
const { app, db, deps } = hub;
const cookie = await signInAdmin(hub);
await putColleague(db, "mara", "Mara");
await putCase(db, "open", { createdAt: clock.now() });
await putCase(db, "other", { createdAt: clock.now() });

/** What a window of the desk hears, until it is closed. */
async function listen(path: string, sent = cookie) {
  const gone = new AbortController();
  const response = await app.request(`/api/desk/events${path}`, { headers: { cookie: sent }, signal: gone.signal });
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  let heard = "";
  const read = async () => {
    for (;;) {
      const part = await reader?.read().catch(() => undefined);
      if (!part || part.done) return;
      heard += part.value;
    }
  };
  const ended = read();
  return {
    response,
    heard: () => heard,
    ended,
    close: () => (gone.abort(), void reader?.cancel().catch(() => undefined)),
  };
}
const soon = (check: () => unknown) => vi.waitFor(check, { timeout: 8000, interval: 50 });

test("who listens hears what was changed by whom, in another process too, and once", async () => {
  const window = await listen("");
  expect(window.response.headers.get("content-type")).toContain("text/event-stream");
  await soon(() => expect(window.heard()).toContain("event: ready"));
  await new Promise((resolve) => setTimeout(resolve, 300)); // until what was there before is known
  const elsewhere = await openDatabase(deps.config.databaseUrl);
  await changeCase(
    { db: elsewhere, clock, tellSolved: async () => {}, tellReopened: async () => {} },
    { id: "mara", name: "Mara" },
    "other",
    {
      state: "solved",
      version: 1,
    },
  );
  await elsewhere.close();
  const event = '{"changed":[{"id":"other","version":2,"by":"Mara","did":"solved"}]}';
  await soon(() => expect(window.heard()).toContain(event));
  await new Promise((resolve) => setTimeout(resolve, 2200));
  expect(window.heard().split('"other"')).toHaveLength(2);
  expect(window.heard()).not.toContain('"open"');
  window.close();
});

test("who listens hears of a note too, by whom", async () => {
  const window = await listen("?case=open");
  await soon(() => expect(window.heard()).toContain("event: ready"));
  const headers = { cookie, "content-type": "application/json", origin: deps.config.publicUrl };
  const body = JSON.stringify({ body: "Looks like the policy." });
  const written = await app.request("/api/desk/cases/open/notes", { method: "POST", headers, body });
  expect(written.status).toBe(204);
  await soon(() => expect(window.heard()).toContain('{"id":"open","version":2,"by":"Admin","did":"noted"}'));
  window.close();
});

test("two who have one case open see each other, and no longer when one of them leaves", async () => {
  const window = await listen("?case=open");
  const seenAt = clock.now();
  await db.insert(caseViewers).values({ id: "of another process", escalationId: "open", staffId: "mara", seenAt });
  await soon(() => expect(window.heard()).toContain('{"viewers":[{"id":"mara","name":"Mara","writes":null}]}'));
  const mine = () => db.$count(caseViewers, eq(caseViewers.escalationId, "open"));
  await soon(async () => expect(await mine()).toBe(2));
  await db.delete(caseViewers).where(eq(caseViewers.id, "of another process"));
  await soon(() => expect(window.heard()).toContain('{"viewers":[]}'));
  window.close();
  await soon(async () => expect(await mine()).toBe(0));
});

test("who has a case open hears that a colleague writes there, what, and when it is over", async () => {
  const window = await listen("?case=open");
  const mara = { staffId: "mara", caseId: "open" };
  await noteWriting(db, clock.now(), { ...mara, writes: "reply" });
  await soon(() => expect(window.heard()).toContain('[{"id":"mara","name":"Mara","writes":"reply"}]'));
  await noteWriting(db, clock.now(), { ...mara, writes: "note" });
  await soon(() => expect(window.heard()).toContain('[{"id":"mara","name":"Mara","writes":"note"}]'));
  const seenAt = clock.now();
  await db
    .insert(caseViewers)
    .values({ ...{ id: "of another process", escalationId: "open" }, staffId: "mara", seenAt });
  await noteWriting(db, clock.now(), { ...mara, writes: null });
  await soon(() => expect(window.heard()).toContain('[{"id":"mara","name":"Mara","writes":null}]'));
  await db.delete(caseViewers).where(eq(caseViewers.id, "of another process"));
  window.close();
});

test("who writes says so, no longer when they leave the case, and nowhere else", async () => {
  const window = await listen("?case=open");
  await soon(() => expect(window.heard()).toContain("event: ready"));
  const write = (writes: string | null, id = "open") =>
    app.request(
      `/api/desk/cases/${id}/writing`,
      withJson("PUT", { writes }, { cookie, origin: deps.config.publicUrl }),
    );
  const written = () => db.$count(caseViewers, isNotNull(caseViewers.writes));
  expect((await write("reply")).status).toBe(204);
  expect((await write("note")).status).toBe(204);
  expect(await written()).toBe(1);
  expect((await write(null)).status).toBe(204);
  expect(await written()).toBe(0);
  await write("reply");
  window.close();
  await soon(async () => expect(await written()).toBe(0));
  expect((await write("reply", "nowhere")).status).toBe(404);
  expect((await write("poem")).status).toBe(400);
});

test("nobody listens without a session, nor from more windows than a person has", async () => {
  expect((await app.request("/api/desk/events")).status).toBe(401);
  const windows = await Promise.all(Array.from({ length: 30 }, () => listen("")));
  expect((await listen("")).response.status).toBe(429);
  for (const window of windows) window.close();
  await Promise.all(windows.map(({ ended }) => ended));
});

test("a stream says goodbye when the hub stops", async () => {
  const window = await listen("?case=open");
  await soon(() => expect(window.heard()).toContain("event: ready"));
  hub.shutdown.abort();
  await window.ended;
  expect(window.heard()).toContain("event: end");
});

test("however many cases change within a second, all of them are told", async () => {
  const at = new Date(clock.now().getTime() + 3_600_000);
  for (let nth = 0; nth < 1201; nth++) await putCase(db, `many_${nth}`, { createdAt: at });
  const { changed, versions } = await findChanged(db, at, new Map([["many_7", 1]]));
  expect([changed.length, versions.size]).toEqual([1200, 1201]);
});
