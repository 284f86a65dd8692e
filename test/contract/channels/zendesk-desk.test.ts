/** What happens to a case, at the desk and elsewhere, as its ticket has it. */
import { afterEach, expect, test } from "vitest";
import { outbox } from "#db/schema/outbox.ts";
import { enqueue } from "#server/outbox/outbox.ts";
import { startZendesk } from "#test/fakes/zendesk.ts";
import { answered, created, reopened, replied, solved, solvedBy } from "#test/support/case-events.ts";
import { until } from "#test/support/wait.ts";
import { openChannel, unseenSide } from "./suite.ts";

const zendesk = await startZendesk();
const { db, row, start, pass, tell, whenState } = await openChannel("zendesk", async () => ({
  ...unseenSide,
  env: { ZENDESK_URL: zendesk.url, ZENDESK_EMAIL: zendesk.email, ZENDESK_TOKEN: zendesk.token },
  secret: zendesk.token,
  close: zendesk.close,
}));
afterEach(() => void zendesk.tickets.splice(0));

/** A case with its ticket. */
async function openTicket() {
  await tell(created());
  start();
  await whenState("sent");
  return zendesk.tickets[0]!;
}
const tellAndSend = async (...events: Parameters<typeof tell>) => {
  await tell(...events);
  for (const { key } of events) await whenState("sent", key);
};
const said = () => zendesk.tickets.map(({ comments }) => comments.slice(1).map(({ body }) => body));

test("what staff answer is a note with who answered, which Zendesk mails to nobody and fills nothing into", async () => {
  const ticket = await openTicket();
  await tellAndSend(answered("Sign in again. {{ticket.id}}", "msg_desk_1", [{ name: "how.png", size: 20_480 }]));
  expect(ticket.comments.slice(1)).toEqual([
    {
      body: "Ann answered at the hub's desk:\n\nSign in again. {\u200b{ticket.id}}\n\nFiles, at the desk:\n- how.png, 20 KB",
      public: false,
      delivery: (await row("msg_desk_1")).id,
    },
  ]);
  expect(ticket).toMatchObject({ status: "new", assignee_id: null });
});

test("a solved case is a solved ticket, of the hub's agent where nobody else has it", async () => {
  const ticket = await openTicket();
  await tellAndSend(solvedBy("support", 3));
  expect(ticket).toMatchObject({ status: "solved", assignee_id: zendesk.agentId });
  expect(said()).toEqual([["Support says that RF-7K2M-041 is solved."]]);
  Object.assign(ticket, { status: "open", assignee_id: 99 });
  await tellAndSend(solvedBy("customer", 5));
  expect(ticket).toMatchObject({ status: "solved", assignee_id: 99 });
});

test("a case that is opened again at the desk is an open ticket, and a note says by whom", async () => {
  const ticket = await openTicket();
  await tellAndSend(solved, reopened("support"));
  expect(ticket.status).toBe("open");
  expect(said()[0]?.at(-1)).toBe("Support opened RF-7K2M-041 again.");
});

test.each(["solved", "pending", "hold"])("what a customer writes opens a ticket that is %s", async (status) => {
  const ticket = await openTicket();
  ticket.status = status;
  await tell(reopened("customer"), replied("Not yet."));
  await whenState("sent", "msg_1");
  expect(ticket.status).toBe("open");
  // their own words say it
  expect(said()).toEqual([["The customer wrote:\n\nNot yet."]]);
});

test("what a customer writes leaves a ticket that nobody has looked at new", async () => {
  const ticket = await openTicket();
  await tellAndSend(replied("And this."));
  expect(ticket.status).toBe("new");
});

test("where Zendesk asks for more before it solves, the note goes without, and says so", async () => {
  const ticket = await openTicket();
  zendesk.requireField("Product {{area}}");
  await tellAndSend(solved, replied("Thanks"));
  zendesk.requireField(null);
  expect(ticket.status).toBe("new");
  const [note, ...more] = said()[0] ?? [];
  expect(note).toContain(
    "The customer says that RF-7K2M-041 is solved.\n\nZendesk does not let the ticket be solved: ",
  );
  expect(note).toContain("Product {\u200b{area}}: is required when solving a ticket");
  expect(more).toEqual(["The customer wrote:\n\nThanks"]);
});

test("what a customer writes on a closed ticket is a new one that follows it, and the rest goes there", async () => {
  const ticket = await openTicket();
  ticket.status = "closed";
  await tellAndSend(replied("It is back."), answered("Try this."), solved);
  const [closed, followUp, ...more] = zendesk.tickets;
  expect(more).toEqual([]);
  expect(closed?.comments).toHaveLength(1);
  expect(followUp).toMatchObject({ followUpOf: ticket.id, external_id: "esc_1", status: "solved" });
  expect(followUp?.comments.map(({ body }) => body.split("\n")[0])).toEqual([
    "It is back.",
    "Ann answered at the hub's desk:",
    "The customer says that RF-7K2M-041 is solved.",
  ]);
});

test("a note is dropped where there is no ticket, or a closed one alone", async () => {
  const ticket = await openTicket();
  ticket.status = "closed";
  await tellAndSend(answered("A late word."), reopened("support"));
  expect(said()).toEqual([[]]);
  zendesk.tickets.splice(0);
  await db.delete(outbox);
  await tellAndSend(answered("A word.", "msg_desk_2"));
  expect(zendesk.tickets).toEqual([]);
});

test("an answer that was lost repeats no comment, no note and no end", async () => {
  const ticket = await openTicket();
  for (const event of [replied("Hello?"), answered("Hello."), solved]) {
    zendesk.loseAnswer();
    await tell(event);
    pass(1);
    await until(async () => (await row(event.key)).lastError);
    await whenState("sent", event.key);
  }
  expect(ticket.comments).toHaveLength(4);
});

test("an answer that was lost does not repeat a reply that had to make its ticket", async () => {
  zendesk.loseAnswer();
  await tell(replied("From before"));
  start();
  await until(async () => (await row("msg_1")).lastError);
  zendesk.forgetKeys();
  await whenState("sent", "msg_1");
  expect(zendesk.tickets).toMatchObject([{ comments: [{}] }]);
  expect((await row("msg_1")).received).toMatchObject({ ticket: String(zendesk.tickets[0]?.id) });
});

test("a ticket of long comments takes one more", async () => {
  const ticket = await openTicket();
  const long = { body: "同期しません。".repeat(700), delivery: undefined };
  for (let comment = 0; comment < 20; comment++) ticket.comments.push(long);
  await tellAndSend(replied("And now?"));
  expect(ticket.comments.at(-1)?.body).toBe("The customer wrote:\n\nAnd now?");
});

test("a row that an older version promised is sent as it was", async () => {
  const ticket = await openTicket();
  const body = "The customer says that RF-7K2M-041 is solved.";
  const payload = { add: { body, fromCustomer: false } };
  await db.transaction((tx) =>
    enqueue(tx, { kind: "zendesk", dedupeKey: `${solved.key}:zendesk`, ref: "esc_1", payload }),
  );
  await whenState("sent", solved.key);
  expect(said()).toEqual([[body]]);
  expect(ticket.status).toBe("new");
});
