/** What happens to a case, at the desk and elsewhere, as its conversation has it. */
import { afterEach, expect, test } from "vitest";
import { enqueue } from "#server/outbox/outbox.ts";
import { startChatwoot } from "#test/fakes/chatwoot.ts";
import { findMarkup, readMarkdown } from "#test/fakes/rendered-markdown.ts";
import { answered, created, reopened, replied, solved, solvedBy } from "#test/support/case-events.ts";
import { until } from "#test/support/wait.ts";
import { openChannel, unseenSide } from "./suite.ts";

const chatwoot = await startChatwoot();
const { db, row, start, pass, tell, whenState } = await openChannel("chatwoot", async () => ({
  ...unseenSide,
  env: { CHATWOOT_INBOX_URL: chatwoot.inboxUrl, CHATWOOT_TOKEN: chatwoot.token },
  secret: chatwoot.token,
  close: chatwoot.close,
}));
afterEach(() => void chatwoot.conversations.splice(0));

/** A case with its conversation. */
async function openConversation() {
  await tell(created());
  start();
  await whenState("sent");
  return chatwoot.conversations[0]!;
}
const tellAndSend = async (...events: Parameters<typeof tell>) => {
  await tell(...events);
  for (const { key } of events) await whenState("sent", key);
};
const turns = () => chatwoot.calls.filter((call) => call.endsWith("/toggle_status")).length;

test("what staff answer is a private note with who answered, and nothing in it is live", async () => {
  const conversation = await openConversation();
  await tellAndSend(answered("*Sign in* again. {{contact.name}} (mention://user/1/Ann)"));
  const note = conversation.messages.at(-1)!;
  expect(note).toMatchObject({ message_type: 1, private: true, source_id: (await row("msg_desk_1")).id });
  expect(findMarkup(note.content)).toEqual([]);
  expect(readMarkdown(note.content).replaceAll("\u200b", "")).toBe(
    "Ann answered at the hub's desk:\n\n*Sign in* again. {{contact.name}} (mention://user/1/Ann)",
  );
  expect(conversation.status).toBe("open");
});

test("a solved case is a resolved conversation; opened again at the desk it is open, and notes say by whom", async () => {
  const conversation = await openConversation();
  await tellAndSend(solvedBy("support", 3));
  expect(conversation.status).toBe("resolved");
  await tellAndSend(reopened("support"));
  expect(conversation.status).toBe("open");
  expect(conversation.messages.slice(1).map(({ content }) => content)).toEqual([
    "Support says that RF-7K2M-041 is solved.",
    "Support opened RF-7K2M-041 again.",
  ]);
});

test("what a customer writes opens it by itself, as Chatwoot has it", async () => {
  const conversation = await openConversation();
  await tellAndSend(solved);
  const before = turns();
  await tell(reopened("customer"), replied("Not yet."));
  await whenState("sent", "msg_1");
  expect(conversation.status).toBe("open");
  expect(conversation.messages.at(-1)).toMatchObject({ content: "Not yet.", message_type: 0 });
  expect(conversation.messages).toHaveLength(3);
  expect(turns()).toBe(before);
});

test("a colleague's words open one that is resolved, and leave the others as they are", async () => {
  const conversation = await openConversation();
  conversation.status = "resolved";
  await tellAndSend(replied("I am Bo", "msg_1", "bo@example.com"));
  expect(conversation.status).toBe("open");
  for (const status of ["pending", "snoozed"]) {
    conversation.status = status;
    await tellAndSend(replied("Bo again", `msg_${status}`, "bo@example.com"));
    expect(conversation.status).toBe(status);
  }
});

test("one that is as it should be is left alone: whoever opens it by the API is its agent", async () => {
  const conversation = await openConversation();
  conversation.status = "resolved";
  const before = turns();
  await tellAndSend(solved);
  conversation.status = "open";
  await tellAndSend(reopened("support"));
  expect(turns()).toBe(before);
});

test("an answer that was lost repeats no note, and what it should have turned is turned", async () => {
  const conversation = await openConversation();
  for (const event of [answered("Hello."), solved]) {
    chatwoot.loseAnswer();
    await tell(event);
    pass(1);
    await until(async () => (await row(event.key)).lastError);
    await whenState("sent", event.key);
  }
  expect(conversation.messages).toHaveLength(3);
  expect(conversation.status).toBe("resolved");
});

test("a note on nothing is none", async () => {
  await tell(answered("A word."));
  start();
  await whenState("sent", "msg_desk_1");
  expect(chatwoot.conversations).toEqual([]);
});

test("a row that an older version promised is sent as it was", async () => {
  const conversation = await openConversation();
  const body = "The customer says that RF-7K2M-041 is solved.";
  const payload = { add: { body, fromCustomer: false } };
  await db.transaction((tx) =>
    enqueue(tx, { kind: "chatwoot", dedupeKey: `${solved.key}:chatwoot`, ref: "esc_1", payload }),
  );
  await whenState("sent", solved.key);
  expect(conversation.messages.at(-1)).toMatchObject({ content: body });
  expect(conversation.status).toBe("open");
});
