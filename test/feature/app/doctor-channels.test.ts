import path from "node:path";
import { afterAll, afterEach, expect, test } from "vitest";
import { loadHub } from "#content/hub.ts";
import { readConfig } from "#server/core/config.ts";
import { examine } from "#server/doctor/examine.ts";
import { startChatwoot } from "#test/fakes/chatwoot.ts";
import { readOf, startSlack } from "#test/fakes/slack.ts";
import { startSmtp } from "#test/fakes/smtp.ts";
import { startZendesk } from "#test/fakes/zendesk.ts";
import { freshFolder } from "#test/support/fresh-folder.ts";
import { freePort } from "#test/support/ports.ts";

const folder = freshFolder("doctor");
const [zendesk, chatwoot, slack, smtp] = await Promise.all([
  startZendesk(),
  startChatwoot(),
  startSlack(),
  startSmtp(),
]);
afterAll(async () => {
  await Promise.all([zendesk.close(), chatwoot.close(), slack.close(), smtp.stop()]);
});
afterEach(() => void Object.assign(zendesk.me, { role: "agent", only_private_comments: false }));

const env = {
  DATABASE_URL: `file:${path.join(folder, "none.db")}`,
  DATA_DIR: folder,
  PUBLIC_URL: `http://127.0.0.1:${await freePort()}`,
  SMTP_URL: smtp.url,
  ...{ ZENDESK_URL: zendesk.url, ZENDESK_EMAIL: zendesk.email, ZENDESK_TOKEN: zendesk.token },
  ...{ CHATWOOT_INBOX_URL: chatwoot.inboxUrl, CHATWOOT_TOKEN: chatwoot.token },
  SLACK_WEBHOOK_URL: slack.webhookUrl,
};
const REAL_SLACK = "https://hooks.slack.com/services/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";

type Change = { env?: Record<string, string | undefined>; channels?: string[]; sendTo?: string };
/** What it says of each part. */
async function look({ env: change = {}, channels, sendTo }: Change = {}) {
  const config = readConfig({ ...env, ...change });
  const hub = loadHub(config.contentDir);
  const doctor = { config, now: () => new Date(), clocks: [] };
  const support = { ...hub.support, ...(channels && { channels }) };
  const options = { hub: { ...hub, support }, connectors: {}, sendTo: sendTo ?? null, root: folder };
  const found = await examine(doctor, options);
  expect(JSON.stringify(found)).not.toMatch(/a-token-of|aSecretOf/);
  for (const { state, todo } of found) expect(todo === null).toBe(state === "ok");
  return Object.fromEntries(found.map(({ about, state, says, todo }) => [about, `${state}: ${says} ${todo ?? ""}`]));
}

test("each channel that is set is asked whether it lets us in, and nothing is written or posted", async () => {
  const found = await look({ env: { SLACK_WEBHOOK_URL: REAL_SLACK } });
  expect(found["zendesk"]).toBe("ok: It lets us in as agent@example.com (agent). ");
  expect(found["chatwoot"]).toBe("ok: The inbox is there, and is one that takes cases. ");
  expect(found["slack"]).toMatch(/^ok: It is set\. .*--send-to=slack posts a line/);
  expect(zendesk.calls).toEqual(["GET /api/v2/users/me.json"]);
  expect(chatwoot.calls).toEqual(["GET /api/v1/accounts/1/inboxes/5"]);
  expect(slack.posted).toEqual([]);
});

test("what is not set is not spoken of", async () => {
  const unset = Object.fromEntries(
    Object.keys(env).flatMap((name) => (/ZEN|CHAT|SLACK/.test(name) ? [[name, undefined]] : [])),
  );
  const found = await look({ env: unset });
  for (const about of ["zendesk", "chatwoot", "slack"]) expect(found).not.toHaveProperty(about);
});

test("a Zendesk that does not know the token, is not there, or is something else", async () => {
  const { zendesk: refused } = await look({ env: { ZENDESK_TOKEN: "another" } });
  expect(refused).toMatch(/^failed: .*401 Couldn't authenticate you\. Look at .*ZENDESK_TOKEN/);
  const { zendesk: away } = await look({ env: { ZENDESK_URL: `http://127.0.0.1:${await freePort()}` } });
  expect(away).toMatch(/^failed: .*ECONNREFUSED.* Look at ZENDESK_URL/);
  zendesk.say(200, "<!doctype html>");
  expect((await look())["zendesk"]).toMatch(/^failed: .*is ZENDESK_URL a Zendesk\? Look/);
});

test("a Zendesk user who makes no tickets, and one whose comments are private", async () => {
  zendesk.me.role = "end-user";
  expect((await look())["zendesk"]).toMatch(/^failed: .*takes us for an end-user.* Set ZENDESK_EMAIL to an agent's/);
  Object.assign(zendesk.me, { role: "agent", only_private_comments: true });
  expect((await look())["zendesk"]).toMatch(/^failed: .*private comments alone.* light agent/);
});

test.each([
  ["another token", { CHATWOOT_TOKEN: "another" }, /CHATWOOT_TOKEN is no access token there/],
  ["an inbox that is not there", { CHATWOOT_INBOX_URL: chatwoot.inboxUrl.replace("inbox/5", "inbox/9") }, /names no/],
  ["an inbox of another kind", { CHATWOOT_INBOX_URL: chatwoot.websiteInboxUrl }, /no API inbox.*make one of kind API/],
])("a Chatwoot with %s", async (_, change, said) => {
  const { chatwoot: found } = await look({ env: change });
  expect(found).toMatch(/^failed: .* Look at CHATWOOT_INBOX_URL and CHATWOOT_TOKEN/);
  expect(found).toMatch(said);
});

test("a Chatwoot whose agent is not in the inbox", async () => {
  chatwoot.say(401, { error: "You are not authorized to do this action" });
  expect((await look())["chatwoot"]).toMatch(/^failed: .*must be added to the inbox/);
});

test("an address that is none of Slack's webhooks is told, for it cannot be asked", async () => {
  expect((await look())["slack"]).toMatch(/^warning: .*hooks\.slack\.com\/services\/T…\/B…\/…/);
});

test("a line is posted to Slack where that is asked for, and no mail is sent then", async () => {
  expect((await look({ sendTo: "slack" }))["slack"]).toMatch(/^ok: Slack took a line/);
  expect(slack.posted.map(readOf)).toEqual(["This line was posted by npm run doctor: Slack works."]);
  expect(smtp.mails).toEqual([]);
  const gone = await look({ sendTo: "slack", env: { SLACK_WEBHOOK_URL: `${slack.webhookUrl}x` } });
  expect(gone["slack"]).toMatch(/^failed: .*404 no_service: the webhook was removed.* Make /);
  expect((await look({ sendTo: "slack", env: { SLACK_WEBHOOK_URL: undefined } }))["slack"]).toMatch(
    /^warning: Nothing was posted.* Set SLACK_WEBHOOK_URL/,
  );
});

test("what hub.yaml leaves out is not asked, what it names without settings is told, and what there is not", async () => {
  const calls = zendesk.calls.length;
  const { zendesk: left, chatwoot: named } = await look({
    channels: ["chatwoot"],
    env: { CHATWOOT_INBOX_URL: undefined, CHATWOOT_TOKEN: undefined },
  });
  expect(left).toMatch(/^ok: .*support\.channels of hub\.yaml leaves it out/);
  expect(zendesk.calls).toHaveLength(calls);
  expect(named).toMatch(/^warning: hub\.yaml names it.* Set CHATWOOT_INBOX_URL and CHATWOOT_TOKEN/);
  expect((await look({ channels: ["pigeon"] }))["channels"]).toMatch(/^failed: hub\.yaml: .*"pigeon"/);
});
