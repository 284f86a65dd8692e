import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { messages } from "#db/schema/escalation.ts";
import { outbox } from "#db/schema/outbox.ts";
import { sampleKnowledge } from "#test/fakes/knowledge.ts";
import { putCase } from "#test/support/cases.ts";
import { openTestHub, signInAdmin } from "#test/support/hub.ts";
import { openDesk } from "#test/support/staff.ts";

const nowhere = "http://127.0.0.1:9";
const env = {
  PUBLIC_URL: "https://help.example.com",
  SMTP_URL: "smtp://127.0.0.1:9",
  WEBHOOK_URL: nowhere,
  WEBHOOK_SECRET: `whsec_${Buffer.from("a secret of thirty-two characters").toString("base64")}`,
  SLACK_WEBHOOK_URL: nowhere,
  ...{ ZENDESK_URL: nowhere, ZENDESK_EMAIL: "agent@example.com", ZENDESK_TOKEN: "a-token" },
  ...{ CHATWOOT_INBOX_URL: `${nowhere}/app/accounts/1/inbox/2`, CHATWOOT_TOKEN: "a-token" },
};
const hub = await openTestHub({ knowledge: sampleKnowledge, env });
const { db } = hub;
const { send } = openDesk(hub, await signInAdmin(hub));
const reply = (id: string, input: object) => send("POST", `cases/${id}/replies`, input);
const toldOn = async (id: string, kind: string) =>
  (await db.select().from(outbox).where(eq(outbox.ref, id)).orderBy(outbox.id))
    .filter((row) => row.kind === kind)
    .map(({ payload }) => payload);

test("an answer is told wherever support may watch, under the name that the desk shows; by mail to its customer alone", async () => {
  await putCase(db, "esc_answer");
  await reply("esc_answer", { body: "Sign in again." });
  const note = { body: "Admin answered at the hub's desk:\n\nSign in again.", fromCustomer: false };
  for (const kind of ["zendesk", "chatwoot"]) expect(await toldOn("esc_answer", kind)).toEqual([{ add: note }]);
  expect(await toldOn("esc_answer", "slack")).toMatchObject([{ text: "[RF-esc_answer] is answered by Admin" }]);
  expect(await toldOn("esc_answer", "webhook")).toMatchObject([
    { type: "escalation.answered", data: { author: "Admin", body: "Sign in again.", files: [] } },
  ]);
  expect(await toldOn("esc_answer", "email")).toMatchObject([{ to: "esc_answer@example.com" }]);
});

test("an answer that solves is told before the end, and one that opens again before that", async () => {
  await putCase(db, "esc_ends");
  await reply("esc_ends", { body: "Done.", solve: true });
  await reply("esc_ends", { body: "Not quite." });
  const told = (await toldOn("esc_ends", "webhook")) as { type: string }[];
  expect(told.map(({ type }) => type.replace("escalation.", ""))).toEqual([
    "answered",
    "solved",
    "answered",
    "reopened",
  ]);
  expect((await toldOn("esc_ends", "zendesk")).map((payload) => JSON.stringify(payload))).toEqual([
    expect.stringContaining("Done."),
    expect.stringContaining('"state":"solved"'),
    expect.stringContaining("Not quite."),
    expect.stringContaining('"state":"open"'),
  ]);
});

test("a note is told nowhere", async () => {
  await putCase(db, "esc_note");
  await send("POST", "cases/esc_note/notes", { body: "Between us: @Admin" });
  for (const kind of ["zendesk", "chatwoot", "slack", "webhook"]) expect(await toldOn("esc_note", kind)).toEqual([]);
});

test("an answer that is held, or was taken before, is told no second time", async () => {
  await putCase(db, "esc_held");
  const form = { body: "Once.", once: "form-number-1", seen: 0 };
  await Promise.all([reply("esc_held", form), reply("esc_held", form)]);
  expect(await toldOn("esc_held", "zendesk")).toHaveLength(1);
  const written = { id: "msg_customer", escalationId: "esc_held", from: "customer" as const, author: "Ada" };
  await db.insert(messages).values({ ...written, body: "It works now!", createdAt: new Date() });
  expect((await reply("esc_held", { body: "Twice.", once: "form-number-2", seen: 1 })).status).toBe(409);
  expect(await toldOn("esc_held", "zendesk")).toHaveLength(1);
});
