import { expect, test } from "vitest";
import { DatabaseUnavailable } from "#db/errors.ts";
import type { HookEventName } from "#server/outbox/hooks/hook-events.values.ts";
import { openTestHub, signInAdmin } from "#test/support/hub.ts";
import { caller } from "#test/support/staff.ts";

const hub = await openTestHub();
const desk = caller(hub);
const admin = await signInAdmin(hub);
const add = async (url: string, events: HookEventName[]): Promise<string> =>
  ((await (await desk("POST", "/desk/webhooks", admin, { url, events })).json()) as { id: string }).id;
const others = async (): Promise<string> => {
  const response = await hub.app.request("/privacy/");
  expect(response.status).toBe(200);
  const page = await response.text();
  return page
    .slice(page.indexOf('id="others"'), page.indexOf('id="cookies"'))
    .replace(/<[^>]*>/g, "")
    .replace(/\s+/g, " ");
};

const ask = async (): Promise<string> => (await hub.app.request("/ask/")).text();
const STAYS = "Your question stays on this hub.";

test("the privacy page says who is told what by webhooks of the desk, for as long as they are on", async () => {
  expect(await others()).toContain("Your question does not leave this hub.");
  await add("https://crm.example.com/hook", ["case.opened", "vote.cast"]);
  expect(await others()).toContain("Your question does not leave this hub.");
  expect(await ask()).toContain(STAYS);
  const asked = await add("https://gaps.example.org/hook", ["answer.unanswered"]);
  expect(await ask()).not.toContain(STAYS);
  const said = await others();
  for (const sentence of [
    "Your questions to a person, with what you send along and word of what is answered, also go to Webhook (crm.example.com).",
    "Your votes, with reason and comment, also go to Webhook (crm.example.com).",
    "what searches did not find, also go to Webhook (gaps.example.org), without addresses",
  ])
    expect(said).toContain(sentence);
  expect(said).not.toContain("Your question does not leave this hub.");
  await desk("PATCH", `/desk/webhooks/${asked}`, admin, { on: false });
  expect(await others()).not.toContain("gaps.example.org");
});

test("while the database is away the page is there, and says that it does not know whom webhooks tell", async () => {
  await add("https://votes.example.org/hook", ["vote.cast"]);
  expect(await others()).not.toContain("Not all of it is known just now.");
  const { select } = hub.db;
  const away = (error: Error) => () => {
    throw error;
  };
  hub.db.select = away(new DatabaseUnavailable("gone"));
  const said = await others();
  const asked = await ask();
  hub.db.select = select;
  expect(said).toContain("Not all of it is known just now.");
  expect(said).toContain("Load this page again in a minute.");
  expect(said).toContain("Mail is not set up.");
  expect(said).not.toMatch(/does not leave this hub|votes\.example\.org|gone/);
  expect(asked).not.toContain(STAYS);
  // a fault of the hub is no database that is away
  hub.db.select = away(new Error("a mistake"));
  expect((await hub.app.request("/privacy/")).status).toBe(500);
  hub.db.select = select;
});
