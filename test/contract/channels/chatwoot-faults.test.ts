import { afterEach, describe, expect, test } from "vitest";
import { outbox } from "#db/schema/outbox.ts";
import { startChatwoot } from "#test/fakes/chatwoot.ts";
import { until } from "#test/support/wait.ts";
import { created, replied, solved } from "#test/support/case-events.ts";
import { openChannel, unseenSide } from "./suite.ts";

const chatwoot = await startChatwoot();
const side = { ...unseenSide, away: () => chatwoot.fail(null), secret: chatwoot.token };
const openWith = (env: Record<string, string>, close = async () => undefined) =>
  openChannel("chatwoot", async () => ({
    ...side,
    env: { CHATWOOT_INBOX_URL: chatwoot.inboxUrl, CHATWOOT_TOKEN: chatwoot.token, ...env },
    close,
  }));
const channel = await openWith({}, async () => void (await chatwoot.close()));
const { db, row, pass, start, tell, whenState } = channel;
afterEach(() => {
  chatwoot.conversations.splice(0);
  chatwoot.contacts.splice(0);
});

describe("an answer that was lost", () => {
  test("makes no second conversation", async () => {
    chatwoot.loseAnswer();
    await tell(created());
    start();
    await until(async () => (await row()).lastError);
    await whenState("sent");
    expect(chatwoot.conversations).toMatchObject([{ messages: [{}] }]);
    expect((await row()).received).toEqual({ conversation: String(chatwoot.conversations[0]?.id) });
  });

  test("makes no second message or note", async () => {
    await tell(created());
    start();
    await whenState("sent");
    for (const [key, event] of [
      ["msg_1", replied("Hello?")],
      ["esc_1:solved:3", solved],
    ] as const) {
      chatwoot.loseAnswer();
      await tell(event);
      pass(1);
      await until(async () => (await row(key)).lastError);
      await whenState("sent", key);
    }
    expect(chatwoot.conversations[0]?.messages).toHaveLength(3);
  });

  test("makes no second message of a reply that had to make its conversation", async () => {
    chatwoot.loseAnswer();
    await tell(replied("From before"));
    start();
    await until(async () => (await row("msg_1")).lastError);
    await whenState("sent", "msg_1");
    expect(chatwoot.conversations).toMatchObject([{ messages: [{}] }]);
  });
});

test.each([
  [401, { error: "Invalid Access Token" }, "Invalid Access Token: CHATWOOT_TOKEN ", "waiting"],
  [401, { error: "You are not authorized to access this account" }, ": the agent of CHATWOOT_TOKEN ", "waiting"],
  [401, { error: "You are not authorized to do this action" }, ": the agent of CHATWOOT_TOKEN ", "waiting"],
  [401, { error: "Access to this endpoint is not authorized for bots" }, ": CHATWOOT_TOKEN is a bot's", "waiting"],
  [401, { errors: ["You need to sign in or sign up before continuing."] }, "proxy before Chatwoot", "waiting"],
  [404, { error: "Resource could not be found" }, ": CHATWOOT_INBOX_URL ", "waiting"],
  [422, { message: "Email is invalid", attributes: ["email"] }, "Email is invalid", "dead"],
  [429, "Retry later\n", "Retry later", "waiting"],
  [500, { status: 500, error: "Internal Server Error" }, "Internal Server Error", "waiting"],
  [500, { odd: [] }, '{"odd":[]}', "waiting"],
  [200, "<!doctype html>", "is CHATWOOT_INBOX_URL a Chatwoot?", "waiting"],
])("its %i %j is told in words that say what to mend, and is a reason to wait or to give up", async (...given) => {
  const [status, body, said, state] = given;
  chatwoot.say(status, body);
  await tell(created());
  start();
  await until(async () => (await row()).lastError);
  expect(await row()).toMatchObject({ state, attempts: 1, lastError: expect.stringContaining(said) as string });
});

test.each([
  ["another token", { CHATWOOT_TOKEN: "another" }, "CHATWOOT_TOKEN"],
  ["another inbox", { CHATWOOT_INBOX_URL: chatwoot.inboxUrl.replace("inbox/5", "inbox/9") }, "CHATWOOT_INBOX_URL"],
  [
    "another account",
    { CHATWOOT_INBOX_URL: chatwoot.inboxUrl.replace("accounts/1", "accounts/9") },
    "CHATWOOT_INBOX_URL",
  ],
  ["an inbox of another kind", { CHATWOOT_INBOX_URL: chatwoot.websiteInboxUrl }, "CHATWOOT_INBOX_URL is no API inbox"],
])("%s is said, and nothing is lost", async (_, env, said) => {
  const other = await openWith(env);
  await other.tell(created());
  other.start();
  await until(async () => (await other.row()).lastError);
  const { state, lastError } = await other.row();
  expect({ state, lastError }).toEqual({ state: "waiting", lastError: expect.stringContaining(said) as string });
  expect(chatwoot.contacts).toEqual([]);
});

test("a contact that somebody made in between is taken next time", async () => {
  chatwoot.contacts.push({ id: 7, name: "Samantha", email: "sam@example.com" });
  for (const body of [
    { data: { payload: [] } },
    { id: 5, channel_type: "Channel::Api" },
    { meta: { count: 0 }, payload: [] },
  ])
    chatwoot.say(200, body);
  await tell(created());
  start();
  await until(async () => (await row()).lastError);
  expect((await row()).lastError).toContain("Email has already been taken");
  await whenState("sent");
  expect(chatwoot.conversations).toMatchObject([{ contact: { id: 7 } }]);
});

test("a conversation that is gone takes no reply, and that is said at once", async () => {
  await tell(created());
  start();
  await whenState("sent");
  chatwoot.conversations.splice(0);
  await tell(replied("Anybody?"));
  pass(1);
  await until(async () => (await row("msg_1")).state === "dead");
  expect((await row("msg_1")).lastError).toContain("Resource could not be found");
});

test("a Chatwoot that cannot look for a case's conversation gets no reply into another's", async () => {
  chatwoot.forgetSourceId();
  await tell(created({ id: "esc_2" }));
  start();
  await whenState("sent");
  await db.delete(outbox);
  await tell(replied("Mine"));
  await whenState("sent", "msg_1");
  expect(chatwoot.conversations.map((each) => each.messages.length)).toEqual([1, 1]);
});

test("a conversation of long messages takes one more", async () => {
  await tell(created());
  start();
  await whenState("sent");
  const [conversation] = chatwoot.conversations;
  const long = { content: "同期しません。".repeat(700), message_type: 0, private: false, source_id: null };
  for (let id = 0; id < 20; id++) conversation?.messages.push({ ...long, id });
  await tell(replied("And now?"));
  await whenState("sent", "msg_1");
  expect(conversation?.messages.at(-1)).toMatchObject({ content: "And now?" });
});
