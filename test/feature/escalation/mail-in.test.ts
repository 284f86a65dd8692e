import { readFileSync } from "node:fs";
import { eq, like } from "drizzle-orm";
import { afterEach, describe, expect, test } from "vitest";
import { attachments } from "#db/schema/attachments.ts";
import { escalations, messages } from "#db/schema/escalation.ts";
import { limits } from "#db/schema/limits.ts";
import { outbox } from "#db/schema/outbox.ts";
import { readConfig } from "#server/core/config.ts";
import { createEscalation } from "#server/features/escalation/create-escalation.ts";
import { ownWords } from "#server/features/escalation/mail-in/own-words.ts";
import { takeUnread } from "#server/features/escalation/mail-in/watch-mailbox.ts";
import type { Email } from "#server/outbox/channels/email.ts";
import { startImap } from "#test/fakes/imap.ts";
import { sampleKnowledge } from "#test/fakes/knowledge.ts";
import { openMailHub } from "#test/support/mail-hub.ts";

let now = new Date("2026-11-23T09:00:00Z");
const { imap, hub, db, deps, mailbox } = await openMailHub({ knowledge: sampleKnowledge, clock: { now: () => now } });
afterEach(async () => {
  for (const table of [escalations, outbox, limits]) await db.delete(table);
  now = new Date(now.getTime() + 86_400_000);
});

/** Mails arrive, and the mailbox is read once. @returns the flags that each has then */
async function receive(...mails: string[]): Promise<string[][]> {
  const before = imap.flags().length;
  for (const mail of mails) imap.arrive(mail);
  await takeUnread(deps, mailbox);
  return imap.flags().slice(before);
}
const open = async (email = "customer@example.com") => {
  const input = { email, message: "Nothing arrives.", trail: [] };
  const { id } = await createEscalation(deps, { key: undefined, ipKey: "10.0.0.1", input, files: [] });
  return id;
};
const mailTo = async (caseId: string): Promise<Email & { id: string }> => {
  const [sent] = await db
    .select()
    .from(outbox)
    .where(eq(outbox.dedupeKey, `${caseId}:receipt`));
  // what the outbox keeps of kind "email" is an Email
  return { ...(sent?.payload as Email), id: sent?.id ?? "" };
};
const said = (caseId: string) => db.select().from(messages).where(eq(messages.escalationId, caseId));
const cases = () => db.select().from(escalations);

type Mail = { from?: string; to?: string; subject?: string; id?: string; headers?: string[]; body?: string };
let written = 0;
const write = ({ from = "customer@example.com", to = "help@example.com", ...rest }: Mail): string =>
  [
    `From: ${from}`,
    `To: ${to}`,
    `Subject: ${rest.subject ?? "Re: your request"}`,
    `Message-ID: <${rest.id ?? `${++written}@mail.example.com`}>`,
    ...(rest.headers ?? []),
    "",
    rest.body ?? "It works.",
    "",
  ].join("\n");
const bodies = async (caseId: string) => (await said(caseId)).map(({ body }) => body);

describe("an answer", () => {
  test("to the signed address of a mail goes into its case, without what it quotes, and support hears of it", async () => {
    const id = await open();
    const { replyTo } = await mailTo(id);
    expect(replyTo).toMatch(/^help\+[a-z0-9-]+-[0-9a-f]{24}@example\.com$/);
    const quote =
      "On Mon, 23 Nov 2026 at 10:00, Help <help@example.com> wrote:\n> Your request has reached us.\n> More.";
    const body = `It works since I signed in again.\n\n${quote}`;
    expect(await receive(write({ to: `Help <${replyTo?.toUpperCase()}>`, body }))).toEqual([["\\Seen"]]);
    expect(await said(id)).toMatchObject([
      { from: "customer", author: "customer@example.com", body: "It works since I signed in again." },
    ]);
    expect(await cases()).toMatchObject([{ state: "open" }]);
    const told = await db.select().from(outbox).where(eq(outbox.ref, id));
    expect(JSON.stringify(told.at(-1)?.payload)).toContain("It works since I signed in again.");
  });

  test("is told by the mail that it answers, where the case's own address wrote it", async () => {
    const id = await open("Ann@Example.com");
    const { id: sent } = await mailTo(id);
    await receive(
      write({ from: "ann@example.com", headers: [`In-Reply-To: <${sent}@localhost>`], body: "One" }),
      write({ from: "ANN@example.com", headers: [`References: <x@y> <${id}@localhost>`], body: "Two" }),
      write({ from: "eve@example.com", headers: [`In-Reply-To: <${sent}@localhost>`], body: "Three" }),
    );
    expect(await bodies(id)).toEqual(["One", "Two"]);
    expect((await cases()).map(({ email, message }) => [email, message])).toContainEqual(["eve@example.com", "Three"]);
  });

  test("of a colleague who has the signed address says who wrote it", async () => {
    const id = await open();
    const { replyTo } = await mailTo(id);
    await receive(write({ from: "Bo <bo@example.com>", to: "x@example.com", headers: [`Cc: ${replyTo}`] }));
    expect(await said(id)).toMatchObject([{ author: "bo@example.com", body: "It works." }]);
    const told = await db.select().from(outbox).where(like(outbox.dedupeKey, "msg_%:email"));
    expect(told.map(({ payload }) => payload)).toMatchObject([
      {
        replyTo: "bo@example.com",
        text: expect.stringMatching(/^bo@example\.com, on the request of customer@example\.com, wrote:\n/) as string,
      },
    ]);
  });

  test("opens a case that was solved; to one that was erased it is a new one", async () => {
    const id = await open();
    const { replyTo } = await mailTo(id);
    await db.update(escalations).set({ state: "solved", solvedAt: now });
    await receive(write({ to: replyTo, body: "Not yet" }));
    expect(await cases()).toMatchObject([{ id, state: "open", solvedAt: null }]);
    await db.delete(escalations);
    await receive(write({ to: replyTo, body: "Hello?" }));
    expect(await cases()).toMatchObject([{ message: "Hello?", state: "new" }]);
  });

  test.each(["help+rf-000000@example.com", "other"])(
    "to %s is no answer: only this hub signs addresses",
    async (kind) => {
      const id = await open();
      const { replyTo = "" } = await mailTo(id);
      await receive(write({ to: kind === "other" ? replyTo.replace(/.@/, "_@") : kind }));
      expect(await bodies(id)).toEqual([]);
      expect(await cases()).toHaveLength(2);
    },
  );
});

describe("any other mail", () => {
  test("of a person becomes a case, whose receipt is mailed", async () => {
    const body = "Hello,\nnothing reaches my CRM.\n\nOn Monday my colleague wrote:\n> It was fine.";
    await receive(write({ from: "Zoë <zoe@example.com>", subject: "=?utf-8?q?No_contacts_=E2=80=93_why=3F?=", body }));
    const [made] = await cases();
    const about = { email: "zoe@example.com", name: "Zoë", subject: "No contacts – why?", state: "new", url: null };
    expect(made).toMatchObject({ ...about, message: body.trim() });
    expect(await mailTo(made?.id ?? "")).toMatchObject({ to: "zoe@example.com" });
  });

  test("of a word or less becomes one too: it says what it says", async () => {
    expect(await receive(write({ body: "?" }), write({ body: "求助" }))).toEqual([["\\Seen"], ["\\Seen"]]);
    expect((await cases()).map(({ message }) => message).toSorted()).toEqual(["?", "求助"]);
  });

  test("that is HTML alone is kept as its text", async () => {
    const html = "<p>It says <b>401</b>.</p><script>alert(1)</script><img src='https://example.org/x.png'>";
    await receive(write({ headers: ["Content-Type: text/html; charset=utf-8"], body: html }));
    expect((await cases()).map(({ message }) => message.replaceAll(/\s+/g, " "))).toEqual([
      "It says 401. [https://example.org/x.png]",
    ]);
  });

  test.each([
    ["an absence note", { headers: ["Auto-Submitted: auto-replied"] }],
    ["an older absence note", { headers: ["Precedence: auto_reply"] }],
    ["a failed delivery", { from: "MAILER-DAEMON@mx.example.com" }],
    ["a report", { headers: ["Return-Path: <>"] }],
    ["the hub's own mail", { from: "help@example.com" }],
    ["the hub's own mail to a signed address", { from: "help+rf-1@example.com" }],
    ["spam", { headers: ["X-Spam-Flag: YES"] }],
  ])("that is %s is read and left alone", async (_what, mail) => {
    const id = await open();
    const { replyTo } = await mailTo(id);
    expect(await receive(write({ to: replyTo, ...mail }), write(mail))).toEqual([["\\Seen"], ["\\Seen"]]);
    expect(await bodies(id)).toEqual([]);
    expect(await cases()).toHaveLength(1);
  });

  test("that names no sender is flagged in the mailbox, and the log says why; those behind it are taken", async () => {
    hub.logged.splice(0);
    const flags = await receive("Subject: Hm\n\nWho am I?", "\u0000\u0001", write({ body: "Fine" }));
    expect(flags).toEqual([["\\Seen", "\\Flagged"], ["\\Seen", "\\Flagged"], ["\\Seen"]]);
    expect(hub.logged.join("")).toContain("It names no sender.");
    expect(await cases()).toMatchObject([{ message: "Fine" }]);
  });
});

/** A mail with files, each its name and content. */
function withFiles(body: string, files: [string, string | Buffer][]): string {
  const parts = files.map(([name, content]) => {
    const disposition = `Content-Disposition: attachment; filename="${name}"`;
    return `Content-Type: application/octet-stream\n${disposition}\nContent-Transfer-Encoding: base64\n\n${Buffer.from(content).toString("base64")}`;
  });
  const all = [`Content-Type: text/plain; charset=utf-8\n\n${body}`, ...parts].map((part) => `--b\n${part}\n`).join("");
  return write({ headers: ["MIME-Version: 1.0", "Content-Type: multipart/mixed; boundary=b"], body: `${all}--b--` });
}
const filesOf = (caseId = "") =>
  db
    .select({ name: attachments.name, mediaType: attachments.mediaType, size: attachments.size })
    .from(attachments)
    .where(eq(attachments.escalationId, caseId));

test("an answer that is very long has all of it in its file", async () => {
  const id = await open();
  const { replyTo } = await mailTo(id);
  const long = `Begin ${"word ".repeat(6000)}end`;
  await receive(write({ to: replyTo, body: long }));
  expect(await filesOf(id)).toMatchObject([{ name: "whole-mail.txt", size: long.length }]);
});

describe("files of a mail", () => {
  const photo = readFileSync(new URL("../../fakes/pictures/phone.jpg", import.meta.url));

  test("are judged as any others; what is not kept is named", async () => {
    await receive(
      withFiles("See these.", [
        ["me.jpg", photo],
        ["bad.exe", "MZ\u0000"],
        ["log.txt", "line"],
      ]),
    );
    const [made] = await cases();
    expect((await filesOf(made?.id)).map(({ name }) => name)).toEqual(["me.jpg", "log.txt"]);
    expect(made?.message).toMatch(/^See these\.\n\n\[Not kept: bad\.exe\. /);
  });

  test("are five at most, and a message that is too long goes along as one", async () => {
    const notes = Array.from({ length: 6 }, (_, n): [string, string] => [`${n}.txt`, `note ${n}`]);
    const long = `Begin ${"word ".repeat(3000)}end`;
    await receive(withFiles(long, notes));
    const [made] = await cases();
    const kept = await filesOf(made?.id);
    expect(kept.map(({ name }) => name)).toEqual(["whole-mail.txt", "0.txt", "1.txt", "2.txt", "3.txt"]);
    expect(kept[0]?.size).toBe(long.length);
    expect(made?.message.length).toBeLessThanOrEqual(5000);
    expect(made?.message).toMatch(/whole-mail\.txt has it all\][^]*Not kept: 4\.txt, 5\.txt/);
  });

  test("a case that has as many as it may have takes the words without them", async () => {
    const id = await open();
    const { replyTo } = await mailTo(id);
    const full = { escalationId: id, from: "customer", mediaType: "text/plain", size: 1, createdAt: now } as const;
    await db
      .insert(attachments)
      .values(Array.from({ length: 40 }, (_, n) => ({ ...full, id: `att_${n}`, name: `${n}.txt`, sha256: `${n}` })));
    await receive(withFiles("One more.", [["41.txt", "more"]]).replace("To: help@example.com", `To: ${replyTo}`));
    expect((await bodies(id))[0]).toMatch(/^One more\.\n\n\[Not kept: 41\.txt\. /);
    expect(await filesOf(id)).toHaveLength(40);
  });
});

describe("the mailbox", () => {
  test("gives a mail once, though it came twice, was marked by nobody, or two processes read at once", async () => {
    const id = await open();
    const { replyTo } = await mailTo(id);
    const [answer, question] = [
      write({ to: replyTo, body: "Once" }),
      write({ from: "new@example.com", body: "Once?" }),
    ];
    await receive(answer, question, `Delivered-To: help@example.com\n${answer}`, question);
    for (const flags of imap.flags().slice(-4)) flags.splice(0);
    await Promise.all(Array.from({ length: 5 }, () => takeUnread(deps, mailbox)));
    expect(await bodies(id)).toEqual(["Once"]);
    expect((await cases()).map(({ message }) => message)).toEqual(["Nothing arrives.", "Once?"]);
    expect(imap.flags().every((flags) => flags.includes("\\Seen"))).toBe(true);
  });

  test("keeps unread what one address sends too much of, and gives it later", async () => {
    const mails = Array.from({ length: 14 }, (_, n) => write({ from: `a+${n}@example.com`, body: `Mail ${n}` }));
    const flags = await receive(...mails);
    expect(flags.filter((each) => each.length === 0)).toHaveLength(2);
    now = new Date(now.getTime() + 86_400_000);
    await takeUnread(deps, mailbox);
    expect(await cases()).toHaveLength(14);
  });

  test("may be another folder, and is tried again when it is away", async () => {
    const other = await startImap("Support");
    const { mailIn } = readConfig({ SMTP_URL: "smtp://127.0.0.1:1", IMAP_URL: other.url });
    other.arrive(write({ body: "From the folder" }));
    await takeUnread(deps, mailIn!.mailbox);
    await other.stop();
    expect(await cases()).toMatchObject([{ message: "From the folder" }]);
    await expect(takeUnread(deps, mailIn!.mailbox)).rejects.toThrow(/ECONNREFUSED/);
    await receive(write({ body: "The turn was given back" }));
    expect(await cases()).toHaveLength(2);
  });
});

test("a text that no longer fits beside the names of what is not kept goes along whole; signs that nobody reads are left out", async () => {
  await receive(withFiles(`Begin\u0000\u0007 ${"word ".repeat(985)}end`, [["bad.exe", "MZ\u0000"]]));
  const [made] = await cases();
  expect((await filesOf(made?.id)).map(({ name }) => name)).toEqual(["whole-mail.txt"]);
  expect(made?.message).toMatch(/^Begin word [^]*whole-mail\.txt has it all\]\n\n\[Not kept: bad\.exe\. /);
  expect(made?.message.length).toBeLessThanOrEqual(5000);
});

test("what strangers write costs no more than its length", async () => {
  const long = [
    "> ".repeat(50_000),
    "On ".repeat(30_000),
    `On ${"a".repeat(100_000)} wrote:`,
    "_".repeat(100_000),
    " \n".repeat(50_000),
  ];
  const startedAt = performance.now();
  for (const body of long) await ownWords(body);
  expect(performance.now() - startedAt).toBeLessThan(2000);
  await receive(write({ subject: "A\n B: c", from: `"x\u202e" <y@example.com>`, body: "<b>not bold</b> {{x}}" }));
  expect(await cases()).toMatchObject([{ name: "x", message: "<b>not bold</b> {{x}}" }]);
});
