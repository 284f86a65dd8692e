import { randomBytes } from "node:crypto";
import { chmodSync, existsSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import path from "node:path";
import { eq, like } from "drizzle-orm";
import { afterAll, expect, test } from "vitest";
import { loadHub } from "#content/hub.ts";
import type { Hub } from "#content/schema.ts";
import { str, table } from "#db/columns.ts";
import { webhooks } from "#db/schema/api.ts";
import { escalations } from "#db/schema/escalation.ts";
import { outbox } from "#db/schema/outbox.ts";
import { cleanings } from "#db/schema/retention.ts";
import { readConfig } from "#server/core/config.ts";
import { openSealer } from "#server/core/seal.ts";
import { readOrCreateSecret } from "#server/core/secrets.ts";
import { describeSpace } from "#server/doctor/check-machine.ts";
import { examine } from "#server/doctor/examine.ts";
import { createReceiptLinks } from "#server/features/escalation/receipt-link.ts";
import { CONNECTORS } from "#server/features/integrations/connectors/connectors.ts";
import { writeBuild } from "#test/fakes/built-hub.ts";
import { startImap } from "#test/fakes/imap.ts";
import { startSmtp } from "#test/fakes/smtp.ts";
import { freshDatabase } from "#test/support/database.ts";
import { freshFolder } from "#test/support/fresh-folder.ts";
import { freePort } from "#test/support/ports.ts";
import { runNode } from "#test/support/process.ts";

const folder = freshFolder("doctor");
const { db, url: databaseUrl } = await freshDatabase();
const migrations = table("migrations", { name: str().notNull(), hash: str().notNull() });
const smtp = await startSmtp();
afterAll(smtp.stop);
const imap = await startImap();
afterAll(imap.stop);
/** Stands in for the hub itself, the model's server and a CRM. */
const answers = { models: 200, health: 200, says: {} };
const server = createServer((request, response) => {
  const wanted = request.url === "/v1/models" ? answers.models : answers.health;
  response.writeHead(wanted, { "content-type": "application/json" });
  response.end(JSON.stringify({ data: [{ id: "small" }], ...answers.says }));
}).listen(0, "127.0.0.1");
await new Promise((resolve) => server.once("listening", resolve));
afterAll(() => server.close());
const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`; // listening on TCP

const env = {
  DATABASE_URL: databaseUrl,
  DATA_DIR: folder,
  BUILDS_DIR: path.join(folder, "builds"),
  PUBLIC_URL: base,
  SMTP_URL: smtp.url,
  IMAP_URL: imap.url,
  OPENAI_BASE_URL: `${base}/v1`,
  OPENAI_API_KEY: "sk-nobody-may-see-this",
  OPENAI_MODEL: "small",
  AUTH_SECRET: "q8ZrT2mXv5KpW9sLc3NdF7hJ1bGyE4uA",
  HUBSPOT_CLIENT_ID: "an-app",
  HUBSPOT_CLIENT_SECRET: "the-app's-own-secret",
};
await writeBuild(env.BUILDS_DIR, "first", {});

const hubAt = (apiBase: string) => {
  const hub = loadHub(readConfig(env).contentDir);
  const integrations = hub.integrations.map((each) => Object.assign({}, each, { apiBase, authBase: apiBase }));
  const support = { ...hub.support, email: "help@our-hub.dev", bookingUrl: "https://our-hub.dev/book" };
  return { ...hub, integrations, support };
};

type Change = {
  hub?: Partial<Hub>;
  env?: Record<string, string>;
  crm?: string;
  aheadMs?: number;
  sendTo?: string;
  root?: string;
  inputs?: string;
};
/** What it says of each part. */
async function look({
  hub = {},
  env: change = {},
  crm = base,
  aheadMs = 0,
  sendTo,
  root = folder,
  inputs,
}: Change = {}) {
  const config = readConfig({ ...env, ...change });
  const now = () => new Date(Date.now() + aheadMs);
  const found = await examine(
    { config, now, clocks: [] },
    { hub: { ...hubAt(crm), ...hub }, connectors: CONNECTORS, sendTo: sendTo ?? null, root, inputs },
  );
  expect(JSON.stringify(found)).not.toMatch(/sk-nobody|own-secret|q8ZrT2/);
  for (const { state, todo } of found) expect(todo === null).toBe(state === "ok");
  return Object.fromEntries(found.map(({ about, state, says, todo }) => [about, `${state}: ${says} ${todo ?? ""}`]));
}
const nowhere = `http://127.0.0.1:${await freePort()}`;

test("where everything is as it should be, every line says ok, and no mail is sent", async () => {
  const found = await look();
  expect(Object.keys(found).toSorted().join(", ")).toBe(
    "address, addresses, clock, database, deliveries, disk, file rights, hubspot, keys, mail, mail in, model, pages, secrets",
  );
  for (const [about, said] of Object.entries(found)) if (about !== "disk") expect(said, about).toMatch(/^ok: /);
  expect(smtp.mails).toEqual([]);
});

test("pages that are not of the content as it is now are told", async () => {
  expect((await look({ inputs: "second" }))["pages"]).toMatch(/^warning: They are of an earlier state/);
  expect((await look({ inputs: "first" }))["pages"]).toBe("ok: They are built. ");
});

test("addresses that are examples are named; those that only look like one are not", async () => {
  const { support } = hubAt(base);
  const hub = { support: { ...support, email: "support@example.com", bookingUrl: "https://cal.example.com/support" } };
  const { addresses } = await look({ hub, env: { MAIL_FROM: "hub@my-example.com" } });
  expect(addresses).toContain("support.email is support@example.com, support.bookingUrl is https://cal.example.com/su");
  expect(addresses).not.toContain("my-example");
});

test("a mail server without TLS is not told the password, but on this machine or where the address says so", async () => {
  const elsewhere = smtp.url.replace("127.0.0.1", "0.0.0.0");
  const refused = await look({ env: { SMTP_URL: elsewhere } });
  expect(refused["mail"]).toMatch(/^failed: .*STARTTLS.*requireTLS=false/);
  expect((await look({ env: { SMTP_URL: `${elsewhere}?requireTLS=false` } }))["mail"]).toMatch(/^ok: /);
});

test("what is sealed with a key that is gone fails, and another AUTH_SECRET than before is told", async () => {
  const key = randomBytes(32).toString("base64");
  const secret = openSealer({ sealingKeys: [key], dataDir: folder }).seal("whsec_x", "whk_1");
  const at = new Date();
  const row = { id: "whk_1", url: base, events: [], on: true, madeBy: "a test", createdAt: at };
  await db.insert(webhooks).values({ ...row, secret });
  expect((await look())["keys"]).toMatch(/^failed: .* does not open.*SEALING_KEYS/);
  expect((await look({ env: { SEALING_KEYS: key } }))["keys"]).toMatch(/^ok: /);
  await db.delete(webhooks);
  expect(existsSync(path.join(folder, "secrets", "sealing"))).toBe(false);
  readOrCreateSecret(folder, "auth");
  expect((await look())["keys"]).toMatch(/^warning: AUTH_SECRET is not .*cat/);
  rmSync(path.join(folder, "secrets"), { recursive: true });
});

test("a hub's secret that was lost and made anew is told by the newest case, whose link it does not make", async () => {
  const { hashFor } = createReceiptLinks(env.AUTH_SECRET, { languages: ["en"] }, base);
  const at = new Date();
  const about = { email: "eve@example.com", message: "Help.", trail: [], state: "new" as const, version: 1 };
  const times = { receiptExpiresAt: at, createdAt: at, updatedAt: at };
  await db
    .insert(escalations)
    .values({ id: "esc_1", reference: "A-1", receiptHash: hashFor("esc_1"), ...about, ...times });
  expect((await look())["keys"]).toMatch(/^ok: /);
  const other = "another secret, made by a start without the file";
  expect((await look({ env: { AUTH_SECRET: other } }))["keys"]).toMatch(
    /^warning: AUTH_SECRET is not the secret that made/,
  );
  expect((await look({ env: { AUTH_SECRET: "" } }))["keys"]).toMatch(
    /^warning: .*secrets\/auth is not .* Put back .*auth/,
  );
  expect(existsSync(path.join(folder, "secrets"))).toBe(false);
  await db.delete(escalations);
});

test("one mail is sent where an address is given", async () => {
  expect((await look({ sendTo: "me@example.com" }))["mail"]).toContain("ok: The server took a mail to me@example.com");
  expect(smtp.mails).toHaveLength(1);
});

test.each([
  [401, "OPENAI_API_KEY"],
  [404, "ends in /v1"],
  [429, "plan"],
  [500, "status page"],
])("a model's server that answers %i: failed, with what to do", async (status, todo) => {
  answers.models = status;
  const { model } = await look();
  answers.models = 200;
  expect(model).toMatch(/^failed: /);
  expect(model).toContain(todo);
});

test("a model that the server does not have: those that it has", async () => {
  expect((await look({ env: { OPENAI_MODEL: "large" } }))["model"]).toBe(
    "failed: The server has no large. Set OPENAI_MODEL to one of: small.",
  );
});

test("who cannot be reached is named, and what to look at", async () => {
  const found = await look({
    env: { OPENAI_BASE_URL: `${nowhere}/v1`, SMTP_URL: nowhere.replace("http", "smtp"), PUBLIC_URL: nowhere },
    crm: nowhere,
  });
  expect(found["model"]).toMatch(/^failed: .*cannot be reached.*OPENAI_BASE_URL/);
  expect(found["mail"]).toMatch(/^failed: .*SMTP_URL/);
  expect(found["hubspot"]).toMatch(/^failed: .*firewall/);
  expect(found["address"]).toMatch(/^warning: .*Start the hub/);
});

test("a proxy that passes not everything on, an address without TLS, and readers who share one limit", async () => {
  answers.health = 404;
  const { address } = await look();
  answers.health = 200;
  expect(address).toMatch(/^failed: .*answers 404/);
  const open = await look({ env: { PUBLIC_URL: "http://help.example.com" } });
  expect(open["address"]).toContain("warning: PUBLIC_URL is http");
  expect(open["proxy"]).toContain("TRUSTED_PROXIES");
});

test("a hub that answers and cannot write is not called well", async () => {
  Object.assign(answers, { health: 503, says: { ready: false, reasons: ["writes"] } });
  const { address } = await look();
  Object.assign(answers, { health: 200, says: {} });
  expect(address).toMatch(/^failed: The hub answers at .*, and is not ready: it can read and not write\. .*disk/);
});

test("a clock that is two minutes ahead fails", async () => {
  expect((await look({ aheadMs: 120_000 }))["clock"]).toMatch(/^failed: It is 1(19|20|21) seconds ahead of .*NTP/);
});

test("nothing was deleted for two days", async () => {
  const cleanedAt = new Date(Date.now() - 48 * 60 * 60_000);
  await db.insert(cleanings).values({ kind: "votes", cleanedAt, day: "2026-11-20", deleted: 0 });
  expect((await look())["retention"]).toMatch(/^warning: What is too old was last deleted 48 hours ago/);
});

test("a database that cannot be opened, one that is not there, one of a newer version", async () => {
  const away = await look({
    env: { DATABASE_URL: `postgres://hub:hidden-password@127.0.0.1:${await freePort()}/hub` },
  });
  expect(away["database"]).toMatch(/^failed: It does not open/);
  expect(JSON.stringify(away)).not.toContain("hidden-password");
  const none = await look({ env: { DATABASE_URL: `file:${path.join(folder, "none.db")}` } });
  expect(none["database"]).toMatch(/^warning: There is none yet/);
  const broken = path.join(folder, "broken.db");
  writeFileSync(broken, "no database at all, but long enough to be looked at".repeat(100));
  expect((await look({ env: { DATABASE_URL: `file:${broken}` } }))["database"]).toMatch(/^failed: /);

  await db.insert(migrations).values({ name: "9999_later", hash: "x" });
  expect((await look())["database"]).toContain("A newer version has used it (9999_later)");
  await db.delete(migrations).where(eq(migrations.name, "9999_later"));
  await db.delete(migrations).where(like(migrations.name, "0000%"));
  expect((await look())["database"]).toMatch(/^warning: Its tables lack 1 of this/);
});

test("a DATA_DIR that cannot be made is told as that, and neither it nor the database is promised", async () => {
  const file = path.join(folder, "a-file");
  writeFileSync(file, "");
  const below = path.join(file, "data", "hub");
  const found = await look({ env: { DATA_DIR: below, DATABASE_URL: `file:${path.join(below, "hub.db")}` } });
  expect(found["disk"]).toMatch(/^failed: Nothing can be kept in DATA_DIR \(.*hub\): .*a-file is no folder\./);
  expect(found["database"]).toMatch(/^failed: There is none, and none can be made: .*a-file is no folder\./);
  const later = path.join(folder, "later", "hub");
  const soon = await look({ env: { DATA_DIR: later, DATABASE_URL: `file:${path.join(later, "hub.db")}` } });
  expect([soon["disk"], soon["database"]]).toEqual([
    "warning: DATA_DIR is not there yet. npm start makes it.",
    "warning: There is none yet. npm start makes it.",
  ]);
  expect(existsSync(later)).toBe(false);
});

test("deliveries that were given up, and one that waits for hours", async () => {
  const at = new Date(Date.now() - 3 * 60 * 60_000);
  const row = { kind: "email", payload: {}, attempts: 1, nextAt: at, createdAt: at };
  await db.insert(outbox).values({ ...row, id: "waits", dedupeKey: "waits", state: "waiting" });
  expect((await look())["deliveries"]).toBe(
    "warning: 1 wait, one for over an hour. Look whether the hub runs, and at its log.",
  );
  await db.insert(outbox).values({ ...row, id: "dead", dedupeKey: "dead", state: "dead" });
  expect((await look())["deliveries"]).toContain("warning: 1 were given up");
});

test("a mailbox that does not let us in, one without the folder, and one that nobody reads", async () => {
  const wrong = imap.url.replace("testpass", "hidden-mail-password");
  const refused = await look({ env: { IMAP_URL: wrong } });
  expect(refused["mail in"]).toMatch(/^failed: .*Look at user and .* in IMAP_URL/);
  expect(JSON.stringify(refused)).not.toContain("hidden-mail-password");
  expect((await look({ env: { IMAP_URL: imap.url.replace("INBOX", "Nowhere") } }))["mail in"]).toMatch(
    /^failed: .*folder/,
  );
  for (let mail = 0; mail < 201; mail++) imap.arrive("Subject: Help\n\nPlease.");
  expect((await look())["mail in"]).toMatch(/^warning: INBOX opens. 201 mails are unread/);
  expect(imap.flags().flat()).toEqual([]);
});

test("space, pages, rights and secrets", async () => {
  expect([describeSpace(50), describeSpace(500), describeSpace(5000)].map(({ state }) => state)).toEqual([
    "failed",
    "warning",
    "ok",
  ]);
  const root = path.join(folder, "open");
  mkdirSync(root);
  writeFileSync(path.join(root, ".env"), "");
  chmodSync(path.join(root, ".env"), 0o644);
  const found = await look({ root, env: { BUILDS_DIR: root, AUTH_SECRET: "ab".repeat(20) } });
  expect(found["pages"]).toMatch(/^failed: .*npm run build/);
  expect(found["file rights"]).toContain("chmod go-rwx");
  expect(found["secrets"]).toMatch(/^warning: AUTH_SECRET can be guessed/);
});

test("the command ends with 1 where something failed, as JSON too", async () => {
  const settings = { DATA_DIR: folder, BUILDS_DIR: path.join(folder, "nothing"), PUBLIC_URL: base };
  const { ended, output } = runNode("scripts/doctor.ts", settings, [], ["--json"]);
  expect(await ended).toBe(1);
  expect(JSON.parse(output())).toContainEqual(expect.objectContaining({ about: "pages", state: "failed" }));
});
