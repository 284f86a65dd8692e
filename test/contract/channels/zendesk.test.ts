import { afterEach, expect, test } from "vitest";
import { outbox } from "#db/schema/outbox.ts";
import { startZendesk } from "#test/fakes/zendesk.ts";
import { passSlowly, until } from "#test/support/wait.ts";
import { created, replied, solved } from "#test/support/case-events.ts";
import { holdsToContract, openChannel } from "./suite.ts";

const zendesk = await startZendesk();
const comments = () => zendesk.tickets.flatMap((ticket) => ticket.comments.map((comment) => ({ ...comment, ticket })));
const channel = await openChannel("zendesk", async () => ({
  env: { ZENDESK_URL: zendesk.url, ZENDESK_EMAIL: zendesk.email, ZENDESK_TOKEN: zendesk.token },
  ids: () => zendesk.keys,
  read: () => comments().map(({ ticket, body }) => `${ticket.subject} ${ticket.requester.email}\n${body}`),
  live: () => comments().flatMap(({ body, ticket }) => `${ticket.subject}${body}`.match(/\{\{|\{%/g) ?? []),
  away: (is) => zendesk.fail(is ? "down" : null),
  refuse: (words) => zendesk.say(422, { error: "RecordInvalid", description: words }),
  tellSecret: (secret) => zendesk.say(403, { error: { title: "Forbidden", message: `${secret} may not` } }),
  secret: btoa(`${zendesk.email}/token:${zendesk.token}`),
  close: zendesk.close,
}));
const { db, row, pass, start, tell, whenState } = channel;

const byCustomer = (words: string) => `The customer wrote:\n\n${words}`;

holdsToContract("zendesk", channel);
afterEach(() => void zendesk.tickets.splice(0));

test("a case is a ticket of its customer's, which knows the case; what they wrote stands in notes that Zendesk mails to nobody", async () => {
  await tell(created());
  start();
  await whenState("sent");
  const ticket = zendesk.tickets.at(-1)!;
  expect(ticket).toMatchObject({
    external_id: "esc_1",
    subject: "[RF-7K2M-041] A request at the help hub",
    requester: { name: "Sam", email: "sam@example.com" },
    comments: [{ public: false, body: expect.stringMatching(/^Nothing syncs since Monday\./) as string }],
  });
  expect((await row()).received).toEqual({ ticket: String(ticket.id), requester: String(ticket.requester_id) });
  await tell(replied("It works now {{ticket.id}}"), solved);
  await whenState("sent", "msg_1");
  await whenState("sent", "esc_1:solved:3");
  expect(ticket.comments.slice(1)).toEqual([
    {
      body: "The customer wrote:\n\nIt works now {\u200b{ticket.id}}",
      public: false,
      delivery: (await row("msg_1")).id,
    },
    {
      body: "The customer says that RF-7K2M-041 is solved.",
      public: false,
      delivery: (await row("esc_1:solved:3")).id,
    },
  ]);
});

test("a ticket's subject says nothing of the customer's; theirs is the first line of its note", async () => {
  await tell(created({ subject: "Locked {{now}}! Call us" }));
  start();
  await whenState("sent");
  expect(zendesk.tickets.at(-1)).toMatchObject({
    subject: "[RF-7K2M-041] A request at the help hub",
    comments: [{ body: expect.stringMatching(/^Locked \{\u200b\{now\}\}! Call us\n\nNothing syncs/) as string }],
  });
});

test("a ticket names the files that came with its case", async () => {
  await tell(created({ files: [{ name: "error {{now}}.png", size: 20_480 }] }));
  start();
  await whenState("sent");
  expect(zendesk.tickets.at(-1)?.comments[0]?.body).toContain(
    "Files, at the desk:\n- error {\u200b{now}}.png, 20 KB\n",
  );
});

test("replies wait for their ticket, and a minute's outage leaves them and it their attempts", async () => {
  zendesk.fail("down");
  const other = { id: "esc_2", reference: "RF-2222-222" };
  await tell(created(), { ...created(other), key: "esc_2:created" });
  await tell(replied("Hello?", "msg_1"), replied("Anybody?", "msg_2"));
  start();
  await until(async () => (await row()).lastError);
  await passSlowly(pass, 60);
  for (const key of ["esc_1:created", "esc_2:created"])
    expect(await row(key)).toMatchObject({
      state: "waiting",
      attempts: expect.toSatisfy((n: number) => n <= 4) as number,
    });
  for (const key of ["msg_1", "msg_2"]) expect(await row(key)).toMatchObject({ attempts: 0, lastError: null });
  zendesk.fail(null);
  await whenState("sent", "msg_2");
  const ticket = zendesk.tickets.find(({ external_id }) => external_id === "esc_1");
  expect(ticket?.comments.slice(1).map(({ body }) => body)).toEqual(["Hello?", "Anybody?"].map(byCustomer));
});

test("a reply goes to a ticket that the outbox has forgotten, and makes one where there is none", async () => {
  await tell(created());
  start();
  await whenState("sent");
  await db.delete(outbox);
  await tell(replied("Again", "msg_1"));
  await whenState("sent", "msg_1");
  expect(zendesk.tickets.map((ticket) => ticket.comments.slice(1).map(({ body }) => body))).toEqual([
    [byCustomer("Again")],
  ]);

  zendesk.tickets.splice(0);
  await db.delete(outbox);
  await tell(replied("From before", "msg_2"), replied("And more", "msg_3"));
  await whenState("sent", "msg_3");
  expect(zendesk.tickets).toMatchObject([
    {
      external_id: "esc_1",
      subject: "[RF-7K2M-041] A request at the help hub",
      requester: { email: "sam@example.com" },
      comments: [
        { body: expect.stringMatching(/^From before\n\n.*\/desk\//) as string },
        { body: byCustomer("And more") },
      ],
    },
  ]);

  zendesk.tickets.splice(0);
  await db.delete(outbox);
  await tell(solved);
  await whenState("sent", "esc_1:solved:3");
  expect(zendesk.tickets).toEqual([]);
});

test("what a colleague of the customer wrote is a note that says so", async () => {
  await tell(created(), replied("I am Bo", "msg_1", "bo@example.com"));
  start();
  await whenState("sent", "msg_1");
  expect(zendesk.tickets.at(-1)?.comments.at(-1)).toEqual({
    body: "bo@example.com, on the request of sam@example.com, wrote:\n\nI am Bo",
    public: false,
    delivery: (await row("msg_1")).id,
  });
});

test("an answer that was lost makes no second ticket, even after Zendesk forgot the key", async () => {
  const before = zendesk.tickets.length;
  await tell(created({ id: "esc_lost" }));
  zendesk.loseAnswer();
  start();
  await until(async () => (await row()).lastError);
  zendesk.forgetKeys();
  await whenState("sent");
  expect(zendesk.tickets).toHaveLength(before + 1);
  expect((await row()).received?.["ticket"]).toBe(String(zendesk.tickets.at(-1)?.id));
});

test.each([
  [401, { error: "Couldn't authenticate you" }, "Couldn't authenticate you", "waiting"],
  [403, { error: { title: "Forbidden", message: "No access." } }, "Forbidden: No access.", "waiting"],
  [404, "No help desk at acme.zendesk.com", "No help desk at acme.zendesk.com", "waiting"],
  [
    422,
    {
      error: "RecordInvalid",
      description: "Record validation errors",
      details: { requester: [{ description: "Requester: Sam is suspended." }] },
    },
    "RecordInvalid: Record validation errors: Requester: Sam is suspended.",
    "dead",
  ],
  [429, { error: "APIRateLimitExceeded", details: 7 }, "APIRateLimitExceeded", "waiting"],
  [500, { odd: [] }, '{"odd":[]}', "waiting"],
])("its %i is told in its own words, and is a reason to wait or to give up", async (status, body, said, state) => {
  zendesk.say(status, body);
  await tell(created());
  start();
  await until(async () => (await row()).lastError);
  expect(await row()).toMatchObject({ state, attempts: 1, lastError: `Zendesk answered ${status} ${said}` });
});

test("a ticket that is gone takes no reply, and that is said at once", async () => {
  await tell(created());
  start();
  await whenState("sent");
  zendesk.tickets.splice(0);
  await tell(replied("Anybody?"));
  pass(1);
  await until(async () => (await row("msg_1")).state === "dead");
  expect((await row("msg_1")).lastError).toContain("RecordNotFound");
});
