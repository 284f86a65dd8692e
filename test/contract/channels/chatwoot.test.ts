import { afterEach, expect, test } from "vitest";
import { outbox } from "#db/schema/outbox.ts";
import { startChatwoot } from "#test/fakes/chatwoot.ts";
import { findMarkup, readMarkdown } from "#test/fakes/rendered-markdown.ts";
import { passSlowly, until } from "#test/support/wait.ts";
import { created, replied, solved } from "#test/support/case-events.ts";
import { holdsToContract, openChannel } from "./suite.ts";

const chatwoot = await startChatwoot();
const messages = () => chatwoot.conversations.flatMap((each) => each.messages.map((message) => ({ ...message, each })));
const channel = await openChannel("chatwoot", async () => ({
  env: { CHATWOOT_INBOX_URL: chatwoot.inboxUrl, CHATWOOT_TOKEN: chatwoot.token },
  ids: () => chatwoot.names,
  read: () => messages().map(({ each, content }) => `${each.contact.email}\n${readMarkdown(content)}`),
  live: () => messages().flatMap(({ content }) => [...findMarkup(content), ...(content.match(/\{\{|\{%/g) ?? [])]),
  away: (is) => chatwoot.fail(is ? "down" : null),
  refuse: (words) => chatwoot.say(422, { error: words }),
  tellSecret: (secret) => chatwoot.say(403, { error: `${secret} may not` }),
  secret: chatwoot.token,
  close: chatwoot.close,
}));
const { db, row, pass, start, tell, whenState } = channel;
const contents = () => chatwoot.conversations.map((each) => each.messages.map(({ content }) => content));

holdsToContract("chatwoot", channel);
afterEach(() => {
  chatwoot.conversations.splice(0);
  chatwoot.contacts.splice(0);
});

test("a case is a conversation of its customer's, which knows the case; what they write later is their message in it", async () => {
  await tell(created());
  start();
  await whenState("sent");
  const conversation = chatwoot.conversations.at(-1)!;
  expect(conversation).toMatchObject({
    source_id: "esc_1",
    contact: { name: "Sam", email: "sam@example.com" },
    messages: [{ content: expect.stringMatching(/^\\\[RF-7K2M-041\\\] Nothing syncs since Monday\.\n\n/) as string }],
  });
  expect((await row()).received).toEqual({ conversation: String(conversation.id) });
  conversation.status = "resolved";
  await tell(replied("It *works* now {{contact.email}}"), solved);
  await whenState("sent", "msg_1");
  await whenState("sent", "esc_1:solved:3");
  expect(conversation.messages.slice(1)).toMatchObject([
    {
      content: "It \\*works\\* now {\u200b{contact.email}}",
      message_type: 0,
      private: false,
      source_id: (await row("msg_1")).id,
    },
    { content: "The customer says that RF-7K2M-041 is solved.", message_type: 1, private: true },
  ]);
});

test("a customer whom Chatwoot knows stays the contact that they are, however their address is written", async () => {
  chatwoot.contacts.push({ id: 7, name: "Samantha", email: "sam@example.com" });
  await tell(created({ email: "Sam@Example.com" }));
  start();
  await whenState("sent");
  expect(chatwoot.contacts).toHaveLength(1);
  expect(chatwoot.conversations).toMatchObject([{ contact: { id: 7, name: "Samantha" } }]);
});

test("two cases of one customer are two conversations", async () => {
  await tell(created(), { ...created({ id: "esc_2", reference: "RF-2222-222" }), key: "esc_2:created" });
  start();
  await whenState("sent", "esc_2:created");
  expect(chatwoot.conversations.map(({ source_id }) => source_id)).toEqual(["esc_1", "esc_2"]);
  expect(chatwoot.contacts).toHaveLength(1);
});

test("what a colleague of the customer wrote is a note that says so, calls nobody and fills nothing in", async () => {
  const words = "I am Bo {{contact.email}} {% assign x = 1 %} [@Ann](mention://user/1/Ann) (mention://team/2/All)";
  await tell(created(), replied(words, "msg_1", "bo@example.com"));
  start();
  await whenState("sent", "msg_1");
  const note = chatwoot.conversations.at(-1)?.messages.at(-1);
  expect(note).toMatchObject({ message_type: 1, private: true });
  const content = note?.content ?? "";
  // app/services/messages/mention_service.rb
  expect(content).not.toMatch(/\(mention:\/\/(?:user|team)\/\d+\/.+?\)/);
  expect(findMarkup(content)).toEqual([]);
  expect(readMarkdown(content).replaceAll("\u200b", "")).toBe(
    `bo@example.com, on the request of sam@example.com, wrote:\n\n${words}`,
  );
});

test("a name makes no link where an agent has Chatwoot fill it in", async () => {
  await tell(created({ name: "[your bank](https://evil.example)" }));
  start();
  await whenState("sent");
  expect(findMarkup(`Hello ${chatwoot.contacts[0]?.name}`)).toEqual([]);
});

test("replies wait for their conversation, and a minute's outage leaves them and it their attempts", async () => {
  chatwoot.fail("down");
  await tell(created());
  await tell(replied("Hello?", "msg_1"), replied("Anybody?", "msg_2"));
  start();
  await until(async () => (await row()).lastError);
  await passSlowly(pass, 60);
  for (const key of ["msg_1", "msg_2"]) expect(await row(key)).toMatchObject({ attempts: 0, lastError: null });
  chatwoot.fail(null);
  await whenState("sent", "msg_2");
  expect(contents().map((each) => each.slice(1))).toEqual([["Hello?", "Anybody?"]]);
});

test("a reply goes to a conversation that the outbox has forgotten, resolved or not, and makes one where there is none", async () => {
  await tell(created());
  start();
  await whenState("sent");
  await db.delete(outbox);
  chatwoot.conversations[0]!.status = "resolved";
  await tell(replied("Again", "msg_1"));
  await whenState("sent", "msg_1");
  expect(contents().map((each) => each.slice(1))).toEqual([["Again"]]);

  chatwoot.conversations.splice(0);
  await db.delete(outbox);
  await tell(replied("From before", "msg_2"), replied("And more", "msg_3"));
  await whenState("sent", "msg_3");
  expect(contents()).toEqual([[expect.stringMatching(/From before\n\n.*\/desk\//), "And more"]]);

  chatwoot.conversations.splice(0);
  await db.delete(outbox);
  await tell(solved);
  await whenState("sent", "esc_1:solved:3");
  expect(chatwoot.conversations).toEqual([]);
});
