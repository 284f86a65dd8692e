import { afterEach, expect, test, vi } from "vitest";
import { putCase } from "#test/support/cases.ts";
import { openTestHub, signInAdmin } from "#test/support/hub.ts";
import { caller, enterAs, makeStaff } from "#test/support/staff.ts";

const hub = await openTestHub();
const admin = await signInAdmin(hub);
const call = caller(hub);
/** Milliseconds, after which a window's owner is looked at again. */
const LOOKED_AT_AGAIN = 20_000;

afterEach(() => void vi.useRealTimers());

/** A window of the desk: what it hears, and whether it was told to go. */
async function openWindow(cookie: string) {
  const gone = new AbortController();
  const response = await hub.app.request("/api/desk/events", { headers: { cookie }, signal: gone.signal });
  let heard = "";
  let ended = false;
  const pipe = response.body?.pipeThrough(new TextDecoderStream());
  const read = async () => {
    for await (const part of pipe ?? []) heard += part;
  };
  void read().then(
    () => (ended = true),
    () => undefined,
  );
  await vi.waitFor(() => expect(heard).toContain("event: ready"));
  return { status: response.status, heard: () => heard, ended: () => ended, close: () => gone.abort() };
}

test.each([
  ["who becomes a writer", (id: string) => call("PUT", `/desk/people/${id}/role`, admin, { role: "writer" })],
  ["who is barred", (id: string) => call("PUT", `/desk/people/${id}/barred`, admin, { barred: true })],
  ["whose sessions are ended", (id: string) => call("DELETE", `/desk/people/${id}/sessions`, admin)],
  ["whose account is deleted", (id: string) => call("DELETE", `/desk/people/${id}`, admin)],
  ["who signs out", (_id: string, cookie: string) => call("POST", "/auth/sign-out", cookie, {})],
])("%s hears nothing more at the latest after twenty seconds, and others do", async (_who, loseAccess) => {
  vi.useFakeTimers({ toFake: ["performance"] });
  const id = await makeStaff(hub, { role: "agent", email: `agent-${crypto.randomUUID()}@example.com` });
  const cookie = await enterAs(hub, id);
  const [theirs, others] = [await openWindow(cookie), await openWindow(admin)];
  expect((await loseAccess(id, cookie)).status).toBeLessThan(300);
  vi.advanceTimersByTime(LOOKED_AT_AGAIN);
  const secret = `case_${crypto.randomUUID()}`;
  await putCase(hub.db, secret, { createdAt: hub.deps.clock.now() });
  await vi.waitFor(() => expect(others.heard()).toContain(secret), { timeout: 8000 });
  await vi.waitFor(() => expect(theirs.ended()).toBe(true), { timeout: 8000 });
  expect(theirs.heard()).not.toContain(secret);
  expect(others.ended()).toBe(false);
  others.close();
});
