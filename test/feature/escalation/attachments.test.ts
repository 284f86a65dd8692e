import { readFileSync } from "node:fs";
import { eq } from "drizzle-orm";
import { afterEach, describe, expect, test } from "vitest";
import { attachments } from "#db/schema/attachments.ts";
import { audit } from "#db/schema/audit.ts";
import { escalations, messages } from "#db/schema/escalation.ts";
import { outbox } from "#db/schema/outbox.ts";
import type { Problem } from "#server/core/problem.ts";
import type { CaseDetail } from "#server/features/desk/desk.schema.ts";
import type { EscalationReceipt } from "#server/features/escalation/escalation.schema.ts";
import { sampleKnowledge } from "#test/fakes/knowledge.ts";
import { putColleague } from "#test/support/cases.ts";
import { openTestHub, signInAdmin } from "#test/support/hub.ts";

const ORIGIN = "http://localhost:4321";
let now = new Date("2026-11-23T09:00:00Z");
const hub = await openTestHub({
  knowledge: sampleKnowledge,
  clock: { now: () => now },
  env: { SMTP_URL: "smtp://127.0.0.1:1" },
});
const { app, db } = hub;
const staff = await signInAdmin(hub);
afterEach(async () => {
  await db.delete(escalations);
  await db.delete(outbox);
  now = new Date(now.getTime() + 86_400_000);
});

const photo = (name = "phone.jpg") =>
  new File([readFileSync(new URL("../../fakes/pictures/phone.jpg", import.meta.url))], name, { type: "text/html" });
const note = (text: string, name = "log.txt") => new File([text], name);
const request = { email: "customer@example.com", message: "Nothing arrives." };

function formOf(fields: Record<string, string>, files: File[]): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  for (const file of files) form.append("files", file);
  return form;
}
const send = (files: File[], headers: Record<string, string> = {}, input: unknown = request) =>
  app.request("/api/escalations", { method: "POST", headers, body: formOf({ json: JSON.stringify(input) }, files) });
const problem = async (response: Response) => (await response.json()) as Problem;
const made = async (files: File[]) => {
  const receipt = (await (await send(files)).json()) as EscalationReceipt;
  return { ...receipt, path: new URL(receipt.receiptUrl).pathname };
};
const postForm = (path: string, fields: Record<string, string>, files: File[]) =>
  app.request(path, { method: "POST", headers: { origin: ORIGIN }, body: formOf(fields, files) });
const desk = (path: string, init: { method?: string; body?: FormData | string; type?: string } = {}) => {
  const headers = { cookie: staff, origin: ORIGIN, ...(init.type && { "content-type": init.type }) };
  return app.request(`/api/desk/${path}`, { ...init, headers });
};
const filesOf = (id: string) => db.select().from(attachments).where(eq(attachments.escalationId, id));

describe("files that come with a request", () => {
  test("are kept with the case, judged by content, without a camera's notes, and named in support's mail alone", async () => {
    const { id, path } = await made([photo("me.html"), note("line 1\nline 2")]);
    const kept = await filesOf(id);
    expect(kept.map(({ name, mediaType, from, messageId }) => [name, mediaType, from, messageId])).toEqual([
      ["me.html.jpg", "image/jpeg", "customer", null],
      ["log.txt", "text/plain", "customer", null],
    ]);
    const saved = await app.request(`/api${path}/attachments/${kept[0]?.id}`);
    const content = Buffer.from(await saved.arrayBuffer());
    expect(content.subarray(0, 3).toString("hex")).toBe("ffd8ff");
    expect(content.includes("CANARY")).toBe(false);
    expect(content).toHaveLength(kept[0]?.size ?? -1);
    const mails = await db.select().from(outbox).where(eq(outbox.ref, id));
    const textOf = (end: string) => JSON.stringify(mails.find(({ dedupeKey }) => dedupeKey.endsWith(end))?.payload);
    expect(textOf(":created:email")).toContain("me.html.jpg");
    expect(textOf(":receipt")).not.toContain("me.html");
    expect(await (await app.request(path)).text()).toContain(">me.html.jpg</a>");
  });

  test("are part of what an Idempotency-Key stands for", async () => {
    const key = { "idempotency-key": "the-same-key" };
    const first = (await (await send([note("one")], key)).json()) as EscalationReceipt;
    const again = (await (await send([note("one")], key)).json()) as EscalationReceipt;
    expect(again).toEqual(first);
    expect((await send([note("two")], key)).status).toBe(422);
    expect((await send([], key)).status).toBe(422);
    expect(await filesOf(first.id)).toHaveLength(1);
  });

  test("are one case when they are sent twenty times at once", async () => {
    const key = { "idempotency-key": "twenty-at-once" };
    const answers: number[] = [];
    // two uploads at a time is what an address may have under way
    for (let round = 0; round < 10; round++) {
      const pair = await Promise.all([send([photo()], key), send([photo()], key)]);
      answers.push(...pair.map(({ status }) => status));
    }
    expect(answers.filter((status) => status !== 201 && status !== 409)).toEqual([]);
    expect(await db.select().from(escalations)).toHaveLength(1);
    expect(await db.select().from(attachments)).toHaveLength(1);
  });

  test("that are hostile, or too many, are refused by name, and no case is made", async () => {
    const refused = async (...files: File[]) => {
      const response = await send(files);
      const { detail, errors } = await problem(response);
      expect(errors?.[0]?.field).toBe("files");
      return [response.status, detail];
    };
    expect(await refused(new File(["GIF89a\x01\0"], "a.png"))).toEqual([
      415,
      "“a.png” is no picture (PNG, JPEG, WebP), no PDF and no plain text in UTF-8.",
    ]);
    expect((await refused(note("a".repeat(5 * 1024 * 1024 + 1), "big.log")))[0]).toBe(413);
    expect((await refused(new File([""], "none.txt")))[0]).toBe(422);
    expect((await refused(new File(["%PDF-1.7\n<script>"], "x.pdf")))[0]).toBe(422);
    expect((await refused(...Array.from({ length: 6 }, () => note("a"))))[1]).toContain("at most 5 files");
    expect(await db.select().from(escalations)).toEqual([]);
  });

  test("are bounded on the wire, whatever the length says, and as many as an address sends in an hour", async () => {
    const headers = { "content-type": "multipart/form-data; boundary=x" };
    const stream = new Blob([new Uint8Array(27 * 1024 * 1024)]).stream();
    const init = { method: "POST", headers, body: stream, duplex: "half" } as RequestInit;
    expect((await app.request("/api/escalations", init)).status).toBe(413);
    const said = { ...headers, "content-length": String(20 * 1024 * 1024) };
    const statuses: number[] = [];
    for (let i = 0; i < 7; i++)
      statuses.push((await app.request("/api/escalations", { method: "POST", headers: said, body: "x" })).status);
    expect(statuses).toEqual([400, 400, 400, 400, 400, 400, 429]);
    now = new Date(now.getTime() + 3_600_000);
    const words = await send(
      [note("a")],
      {},
      {
        ...request,
        trail: Array.from({ length: 200 }, (_, i) => ({
          at: now.toISOString(),
          kind: "search",
          ref: `${i}`,
          title: "t",
          detail: "x".repeat(4000),
        })),
      },
    );
    expect(words.status).toBe(413);
  });

  test("are counted before they are read, and by no boundary but the form's own", async () => {
    const part = '--x\r\nContent-Disposition: form-data; name="files"; filename="a"\r\n\r\n1\r\n';
    const sendParts = (count: number, type: string) =>
      app.request("/api/escalations", {
        method: "POST",
        headers: { "content-type": `multipart/form-data; ${type}` },
        body: `${part.repeat(count)}--x--\r\n`,
      });
    const says = async (count: number, type: string) => (await problem(await sendParts(count, type))).detail;
    expect(await says(6, "charset=utf-8; boundary=x")).toContain("The part “json” is missing");
    const began = performance.now();
    for (const type of ["boundary=x", "boundary=x; boundary=other", 'boundary=x; a="; boundary=other'])
      expect(await says(100_000, type)).toBe("The form cannot be read. Send it again.");
    expect(performance.now() - began).toBeLessThan(2000);
  });

  test("come with a form without script too, which says what is wrong and keeps the words", async () => {
    const fields = { ...request, subject: "Files", topicId: "syncing" };
    const sent = await postForm("/contact/", fields, [photo()]);
    expect(sent.status).toBe(303);
    const twice = await postForm("/contact/", fields, [photo()]);
    expect(twice.headers.get("location")).toBe(sent.headers.get("location"));
    const other = await postForm("/contact/", fields, [note("another file is another request")]);
    expect(other.headers.get("location")).not.toBe(sent.headers.get("location"));
    const none = await postForm("/contact/", { ...fields, message: "No file" }, [new File([], "")]);
    expect(none.status).toBe(303);
    expect((await db.select().from(attachments)).length).toBe(2);
    const refused = await postForm("/contact/", fields, [new File(["MZ\0"], "run<b>.exe")]);
    expect(refused.status).toBe(415);
    const page = await refused.text();
    expect(page).toContain("“run b.exe” is no picture");
    expect(page).toContain("Nothing arrives.</textarea>");
    expect(page).toContain('<option value="syncing"  selected>');
    expect(page).toContain("choose them again");
  });
});

describe("saving a file", () => {
  test("is a download that nothing runs in, under a name that breaks no header", async () => {
    const { id, path } = await made([note("<script>alert(1)</script>", 'ü"\r\nX: y;.svg')]);
    const [file] = await filesOf(id);
    const response = await app.request(`/api${path}/attachments/${file?.id}`);
    expect(response.headers.get("content-disposition")).toBe(
      `attachment; filename="u X y;.svg.txt"; filename*=UTF-8''%C3%BC%20X%20y%3B.svg.txt`,
    );
    expect(response.headers.get("content-type")).toBe("text/plain; charset=utf-8");
    expect(response.headers.get("x-content-type-options")).toBe("nosniff");
    expect(response.headers.get("cache-control")).toBe("private, no-store");
    expect(response.headers.get("content-security-policy")).toBe("default-src 'none'; sandbox");
  });

  test("needs the receipt of that very case, or an agent", async () => {
    const [mine, other] = [await made([note("mine")]), await made([note("other")])];
    const [file] = await filesOf(mine.id);
    expect((await app.request(`/api${mine.path}/attachments/${file?.id}`)).status).toBe(200);
    expect((await app.request(`/api${other.path}/attachments/${file?.id}`)).status).toBe(404);
    expect((await app.request(`/api/receipts/0123456789abcdefghijkl/attachments/${file?.id}`)).status).toBe(404);
    expect((await app.request(`/api/desk/attachments/${file?.id}`)).status).toBe(401);
    expect((await desk(`attachments/${file?.id}`)).status).toBe(200);
    now = new Date(now.getTime() + 91 * 86_400_000);
    expect((await app.request(`/api${mine.path}/attachments/${file?.id}`)).status).toBe(404);
  });
});

describe("files on a receipt", () => {
  test("come with a reply, or stand for one; the same form twice is one", async () => {
    const { id, path } = await made([]);
    const reply = () => postForm(`${path}/reply`, { body: "", once: "only-files-1" }, [photo()]);
    expect([(await reply()).status, (await reply()).status]).toEqual([303, 303]);
    expect(await filesOf(id)).toHaveLength(1);
    const page = await (await app.request(path)).text();
    expect(page).toContain("You attached");
    expect(page).toContain(">phone.jpg</a>");
  });

  test("that are refused leave the words in the form, and nothing at the case", async () => {
    const { id, path } = await made([]);
    const refused = await postForm(`${path}/reply`, { body: "See <this>", once: "refused-1x" }, [
      new File(["PK\x03"], "a.zip"),
    ]);
    expect(refused.status).toBe(415);
    const page = await refused.text();
    expect(page).toContain("“a.zip” is no picture");
    expect(page).toContain("See &lt;this&gt;</textarea>");
    expect((await postForm(`${path}/reply`, { body: " ", once: "nothing-1x" }, [])).status).toBe(400);
    expect(await db.select().from(messages).where(eq(messages.escalationId, id))).toEqual([]);
    expect(await filesOf(id)).toEqual([]);
  });

  test("are forty at most, however many forms come at once", async () => {
    const { id, path } = await made([]);
    const five = () => Array.from({ length: 5 }, () => note("x"));
    for (let i = 0; i < 8; i += 2)
      await Promise.all(
        [i, i + 1].map((n) => postForm(`${path}/reply`, { body: "", once: `forty-form-${n}` }, five())),
      );
    expect(await filesOf(id)).toHaveLength(40);
    const more = await postForm(`${path}/reply`, { body: "More", once: "one-too-many" }, [note("x")]);
    expect(more.status).toBe(422);
    expect(await more.text()).toContain("40 files already");
    expect(await filesOf(id)).toHaveLength(40);
  });
});

describe("files of staff", () => {
  const attach = (id: string, files: File[]) =>
    desk(`cases/${id}/attachments`, { method: "POST", body: formOf({}, files) });

  test("wait at the case, unseen by the customer, and go out with the next reply", async () => {
    const { id, path } = await made([]);
    expect((await attach(id, [note("howto", "how-to.txt"), note("wrong", "wrong.txt")])).status).toBe(204);
    const wrong = (await filesOf(id)).find(({ name }) => name === "wrong.txt");
    const download = `/api${path}/attachments/${wrong?.id}`;
    expect((await app.request(download)).status).toBe(404);
    expect(await (await app.request(path)).text()).not.toContain("how-to.txt");
    expect((await desk(`attachments/${wrong?.id}`, { method: "DELETE" })).status).toBe(204);

    const replied = await desk(`cases/${id}/replies`, {
      method: "POST",
      type: "application/json",
      body: '{"body":"As in the file."}',
    });
    expect(replied.status).toBe(204);
    const [sent] = await filesOf(id);
    expect(sent?.messageId).toMatch(/^msg_/);
    expect(await (await app.request(path)).text()).toContain(">how-to.txt</a>");
    const mails = await db.select().from(outbox).where(eq(outbox.ref, id));
    expect(JSON.stringify(mails.find(({ dedupeKey }) => dedupeKey.endsWith(":customer")))).toContain("With 1 file:");
    // what has gone out stays
    expect((await desk(`attachments/${sent?.id}`, { method: "DELETE" })).status).toBe(404);
    const noted = (await db.select().from(audit)).filter(({ objectId }) => objectId === id).map(({ action }) => action);
    expect(noted).toEqual(expect.arrayContaining(["case.attached", "case.detached"]));
  });

  test("go out with a reply of who attached them, and of nobody else", async () => {
    const { id } = await made([]);
    expect((await attach(id, [note("hers", "hers.txt"), note("mine", "mine.txt")])).status).toBe(204);
    await putColleague(db, "mara", "Mara");
    await db.update(attachments).set({ staffId: "mara" }).where(eq(attachments.name, "hers.txt"));
    const say = { method: "POST", type: "application/json", body: '{"body":"As in the file."}' };
    expect((await desk(`cases/${id}/replies`, say)).status).toBe(204);
    const [hers, mine] = (await filesOf(id)).toSorted((a, b) => (a.name < b.name ? -1 : 1));
    expect(mine?.messageId).toMatch(/^msg_/);
    expect(hers?.messageId).toBeNull();
    const shown = (await (await desk(`cases/${id}`)).json()) as CaseDetail;
    const waiting = shown.attachments.map(({ name, waitsFor }) => [name, waitsFor?.name]);
    expect(waiting).toEqual(
      expect.arrayContaining([
        ["hers.txt", "Mara"],
        ["mine.txt", undefined],
      ]),
    );
    // from before it was kept whose they are
    await db.update(attachments).set({ staffId: null }).where(eq(attachments.name, "hers.txt"));
    expect((await desk(`cases/${id}/replies`, say)).status).toBe(204);
    expect((await filesOf(id)).every(({ messageId }) => messageId !== null)).toBe(true);
  });

  test("are in the case that staff read", async () => {
    const { id } = await made([note("from the customer")]);
    const shown = (await (await desk(`cases/${id}`)).json()) as { attachments: unknown[] };
    expect(shown.attachments).toEqual([
      expect.objectContaining({
        name: "log.txt",
        from: "customer",
        messageId: null,
        mediaType: "text/plain",
        size: 17,
      }),
    ]);
  });

  test("need an agent and a case", async () => {
    expect((await attach("esc_none", [note("x")])).status).toBe(404);
    const { id } = await made([]);
    const form = formOf({}, [note("x")]);
    expect((await app.request(`/api/desk/cases/${id}/attachments`, { method: "POST", body: form })).status).toBe(401);
    expect((await attach(id, [])).status).toBe(400);
  });
});
