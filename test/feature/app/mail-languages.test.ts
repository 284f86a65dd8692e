import { desc, eq, like } from "drizzle-orm";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { KnowledgeArticle } from "#content/knowledge.ts";
import { speakIn } from "#content/words.ts";
import { articleWork } from "#db/schema/articles.ts";
import { accessRequests } from "#db/schema/connections.ts";
import { escalations, messages } from "#db/schema/escalation.ts";
import { votes } from "#db/schema/feedback.ts";
import { limits } from "#db/schema/limits.ts";
import { outbox } from "#db/schema/outbox.ts";
import { tellAllVoters } from "#server/features/articles/tell-voters.ts";
import type { EscalationReceipt } from "#server/features/escalation/escalation.schema.ts";
import { takeUnread } from "#server/features/escalation/mail-in/watch-mailbox.ts";
import { CONNECTORS } from "#server/features/integrations/connectors/connectors.ts";
import { tellOpened } from "#server/features/integrations/requests/tell-opened.ts";
import { prose, sampleArticle, sampleKnowledge } from "#test/fakes/knowledge.ts";
import { formPoster, signInAdmin } from "#test/support/hub.ts";
import { openMailHub } from "#test/support/mail-hub.ts";
import { readMail } from "#test/support/mails.ts";
import { withJson } from "#test/support/request.ts";

const NOW = new Date("2026-11-23T09:00:00Z"); // a Monday
const MISSING = "syncing/missing";
const BROKEN = "0123456789abcdef";
const MENDED = "fedcba9876543210";
const article = (title: string, more: Partial<KnowledgeArticle> = {}) =>
  sampleArticle(MISSING, title, { "": prose("Contacts are missing.") }, { contentHash: MENDED, ...more });
const knowledge = {
  ...sampleKnowledge,
  articles: [...sampleKnowledge.articles, article("Contacts are missing")],
  translations: [article("Kontakte fehlen", { language: "de", url: `/de/articles/${MISSING}/` })],
};
const {
  imap,
  hub,
  deps: mailDeps,
  mailbox,
} = await openMailHub({ knowledge, clock: { now: () => NOW }, env: { SPAM_PROOF: "off" } });
const { app, db, deps } = hub;
const ORIGIN = deps.config.publicUrl;
let staff = "";
beforeAll(async () => void (staff = await signInAdmin(hub)));
beforeEach(async () => {
  for (const table of [escalations, outbox, votes, limits]) await db.delete(table);
});

const post = (path: string, body: object, headers: Record<string, string> = {}) =>
  app.request(path, withJson("POST", body, { origin: ORIGIN, ...headers }));
const postForm = formPoster(hub);
const ask = async (language?: string) => {
  const headers: Record<string, string> = language === undefined ? {} : { "accept-language": language };
  const response = await post("/api/escalations", { email: "a@example.com", message: "Nichts kommt an." }, headers);
  expect(response.status).toBe(201);
  return (await response.json()) as EscalationReceipt;
};
const reply = (id: string, body: string) => post(`/api/desk/cases/${id}/replies`, { body }, { cookie: staff });
/** The latest whose key is like this. */
const mailOf = async (key: string) => {
  const [row] = await db.select().from(outbox).where(like(outbox.dedupeKey, key)).orderBy(desc(outbox.createdAt));
  return row && readMail(deps, row.payload);
};
const setLanguage = (language: string | null) => db.update(escalations).set({ language });

test("the desk sees of a case what its customer reads, where that is not the hub’s first language", async () => {
  const readsAt = async ({ id }: EscalationReceipt) => {
    const response = await app.request(`/api/desk/cases/${id}`, { headers: { cookie: staff } });
    return ((await response.json()) as { language: string | null }).language;
  };
  expect(await readsAt(await ask("de"))).toBe("de");
  expect(await readsAt(await ask("en"))).toBeNull();
});

describe("a case that was made on a German page", () => {
  test("is confirmed in German, with a link to its German page, and support hears of it in English", async () => {
    const { id, reference, receiptUrl } = await ask("de");
    const mail = await mailOf(`${id}:receipt`);
    expect(mail?.subject).toBe(`Referral Factory Support: Ihre Anfrage ${reference} ist angekommen`);
    expect(mail?.text).toContain("Eine Antwort spätestens: Montag, 23. November um 15:00 Uhr (Zeit in Johannesburg)");
    expect(receiptUrl).toMatch(new RegExp(`^${ORIGIN}/de/receipts/`));
    expect(mail?.text).toContain(receiptUrl);
    expect(mail?.text).not.toMatch(/\b(the|your)\b/i);
    expect((await mailOf(`${id}:created:email`))?.text).toContain("asks for a person.");
  });

  test("without script, too", async () => {
    const sent = await postForm("/de/contact/", { email: "b@example.com", message: "Nichts kommt an." });
    expect(sent.headers.get("location")).toMatch(/^\/de\/receipts\//);
    expect(await db.select({ language: escalations.language }).from(escalations)).toEqual([{ language: "de" }]);
    expect((await mailOf("%:receipt"))?.text).toContain("Aktenzeichen");
  });

  test("is answered in a German frame, whatever the desk speaks, with what staff wrote as they wrote it", async () => {
    const { id, reference, receiptUrl } = await ask("de");
    expect((await reply(id, "It works again.")).status).toBe(204);
    const mail = await mailOf("%:customer");
    expect(mail?.subject).toBe(`Referral Factory Support: eine Antwort zu ${reference}`);
    expect(mail?.text).toContain("It works again.");
    expect(mail?.text).toContain("Antworten Sie auf diese E-Mail.");
    expect(mail?.text).toContain(receiptUrl);
  });

  test("gets its new link in German, wherever that is asked for, and what is pressed there is said in German", async () => {
    const { id, reference } = await ask("de");
    await postForm("/receipts/", { reference, email: "a@example.com" });
    const mail = await mailOf(`${id}:link:%`);
    expect(mail?.subject).toContain("ein neuer Link");
    const path = /\/de\/receipts\/\S+/.exec(mail?.text ?? "")?.[0] ?? "";
    expect((await app.request(path)).status).toBe(200);
    await postForm(`${path}/close`, {});
    await postForm(`${path}/reopen`, {});
    const said = await db.select().from(messages).where(eq(messages.escalationId, id));
    expect(said.map(({ body }) => body)).toEqual(["Es ist nicht gelöst."]);
  });
});

test.each([
  ["was made on an English page", "en", "en"],
  ["a program made, and said no language", undefined, "en"],
  ["is from before languages were kept", "de", null],
  ["is in a language that the hub has not any more", "de", "fr"],
] as const)("a case that %s gets English mails", async (_which, language, kept) => {
  const { id, reference } = await ask(language);
  await setLanguage(kept);
  await reply(id, "Done.");
  const mail = await mailOf("%:customer");
  expect(mail?.subject).toBe(`Referral Factory support: an answer to ${reference}`);
  expect(mail?.text).toContain(`${ORIGIN}/receipts/`);
  expect(mail?.text).toContain("Answer this mail. Here you can answer too, or say that it is solved:");
});

describe("a mail that becomes a case", () => {
  const receive = async (body: string, id: string) => {
    const head = ["From: c@example.com", "To: help@example.com", "Subject: Frage", `Message-ID: <${id}@example.com>`];
    imap.arrive([...head, "Content-Type: text/plain; charset=utf-8", "", body, ""].join("\n"));
    await takeUnread(mailDeps, mailbox);
    return mailOf("%:receipt");
  };

  test("is confirmed in its own language", async () => {
    const mail = await receive("Guten Tag, warum kommen die neuen Kontakte nicht in HubSpot an?", "one");
    expect(mail?.subject).toContain("ist angekommen");
    expect(mail?.text).toContain(`${ORIGIN}/de/receipts/`);
  });

  test.each([
    ["says too little of it", "HubSpot 401", "two"],
    ["is in one that the hub has not", "Pourquoi les contacts ne sont pas dans la liste ?", "three"],
  ])("is confirmed in the hub's first when it %s", async (_which, body, id) => {
    expect((await receive(body, id))?.subject).toContain("we have your request");
  });
});

describe("who waits for an article to be mended", () => {
  const work = { articleId: MISSING, state: "fixed" as const, brokenHash: BROKEN, fixedHash: MENDED };
  const vote = async (language: string, contentHash = BROKEN) => {
    const body = { articleId: MISSING, answered: false, email: `${language}@example.com` };
    expect((await post("/api/votes", body, { "accept-language": language })).status).toBe(201);
    const before = new Date(NOW.getTime() - 60_000);
    await db.update(votes).set({ contentHash, updatedAt: before }).where(eq(votes.email, body.email));
  };
  beforeAll(async () => {
    const at = { fixedAt: NOW, updatedAt: NOW };
    await db.insert(articleWork).values({ ...work, ...at, awaitsVersion: false, version: 1 });
  });

  test("hears of it in the language of the page, also by a job that no page asked for", async () => {
    await vote("de");
    await vote("en");
    await speakIn(deps.speeches.of("en"), () => tellAllVoters(deps));
    const [german, english] = [await mailOf("fixed:%:de@example.com"), await mailOf("fixed:%:en@example.com")];
    expect(german?.subject).toBe("Referral Factory Hilfe: „Kontakte fehlen“ wurde verbessert");
    expect(german?.text).toContain(`${ORIGIN}/de/articles/${MISSING}/`);
    expect(german?.text).toContain("An seinem Ende können Sie sagen");
    expect(english?.subject).toBe("Referral Factory Help: “Contacts are missing” has been mended");
    expect(english?.text).toContain(`${ORIGIN}/articles/${MISSING}/`);
  });

  test("waits for the translation, where that is still the one that let them down", async () => {
    await vote("de", MENDED);
    await tellAllVoters(deps);
    expect(await db.select().from(outbox)).toEqual([]);
    expect((await db.select().from(votes))[0]?.toldAt).toBeNull();
  });
});

test("a sign-in by mail is in the language of the page, and comes back to it", async () => {
  await postForm("/de/sign-in/", { email: "d@example.com", returnTo: "/de/setup/hubspot/" });
  const mail = await mailOf("lnk_%");
  expect(mail?.subject).toBe("Anmeldung bei Referral Factory Hilfe");
  expect(mail?.text).toContain("Er gilt einmal, 15 Minuten lang:");
  const link = new URL(/http\S+/.exec(mail?.text ?? "")?.[0] ?? "");
  expect(link.pathname).toBe("/de/sign-in/confirm/");
  const page = await (await hub.app.request(link.pathname + link.search)).text();
  expect(page).toContain('name="returnTo" value="/de/setup/hubspot/"');
});

test("who asked for an integration on a German page hears in German that it is here", async () => {
  const asked = { integration: "zoho", email: "e@example.com" };
  expect((await post("/api/access-requests", asked, { "accept-language": "de" })).status).toBe(201);
  expect(await db.select({ language: accessRequests.language }).from(accessRequests)).toEqual([{ language: "de" }]);
  const integrations = deps.hub.integrations.map((each) => ({ ...each, availability: "live" as const }));
  const apps = { ...deps.config.apps, zoho: { clientId: "id", clientSecret: "secret", appKey: "" } };
  const opened = { hub: { ...deps.hub, integrations }, config: { ...deps.config, apps } };
  await tellOpened({ ...deps, ...opened, connectors: { zoho: CONNECTORS.hubspot! } });
  const mail = await mailOf("%:opened");
  expect(mail?.subject).toBe("Referral Factory: Zoho lässt sich jetzt verbinden");
  expect(mail?.text).toContain(`${ORIGIN}/de/setup/zoho/`);
});
