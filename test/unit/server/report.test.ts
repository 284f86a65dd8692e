import { expect, test } from "vitest";
import { loadHub } from "#content/hub.ts";
import { readConfig } from "#server/core/config.ts";
import { oauthApps } from "#server/core/crm-settings.ts";
import { readOrCreateSecret } from "#server/core/secrets.ts";
import { CHANNELS } from "#server/outbox/channels/channels.ts";
import { chooseChannels } from "#server/outbox/choose-channels.ts";
import { describeStart } from "#server/report.ts";
import { freshFolder } from "#test/support/fresh-folder.ts";

const lineOf = (part: string, env: Record<string, string>, named?: string[]) => {
  const config = readConfig(env);
  const hub = loadHub(config.contentDir);
  const channels = chooseChannels({ ...(named && { channels: named }) }, config);
  const told = { articles: 1, mistyped: ["SMPT_URL is no setting."], mistake: null, deskLink: null };
  const report = describeStart({ config, hub, channels, address: config.publicUrl, ...told });
  return report.split("\n").find((line) => line.startsWith(`  ${part}`)) ?? "";
};
const integrationsOf = (env: Record<string, string>) => lineOf("integrations", env);

test("the start says which integrations have no app, and by which setting they get one", () => {
  const line = integrationsOf({ HUBSPOT_CLIENT_ID: "id", HUBSPOT_CLIENT_SECRET: "secret" });
  expect(line).toContain("HubSpot, Salesforce, Intercom, ServiceTitan");
  expect(line).toContain("Salesforce by SALESFORCE_CLIENT_ID and SALESFORCE_CLIENT_SECRET");
  expect(line).toContain("ServiceTitan by SERVICETITAN_APP_KEY");
  expect(line).not.toContain("HubSpot by");
  expect(line).not.toContain("secret");
});

test("and nothing of the kind once all of them do", () => {
  const env: Record<string, string> = { SERVICETITAN_APP_KEY: "key" };
  for (const [, name] of oauthApps()) {
    env[`${name}_CLIENT_ID`] = "id";
    env[`${name}_CLIENT_SECRET`] = "secret";
  }
  expect(integrationsOf(env)).not.toContain("not available");
});

const SLACK = { SLACK_WEBHOOK_URL: "https://hooks.slack.com/services/T0/B0/secretpart" };

test.each([
  [undefined, {}, "the desk alone"],
  [undefined, SLACK, "the desk, Slack"],
  [["zendesk"], SLACK, "the desk alone; Zendesk NOT: hub.yaml names it, and ZENDESK_URL, ZENDESK_EMAIL and"],
  [["slack", "mail"], SLACK, "the desk, Slack; Mail NOT: hub.yaml names it, and SMTP_URL must be set"],
])("where cases go is said, and what is named without its settings (%j)", (named, env, said) => {
  const line = lineOf("cases", env, named);
  expect(line).toContain(said);
  expect(line).not.toContain("secretpart");
});

test("a channel that there is not stops the start, in words", () => {
  const names = Object.values(CHANNELS).map(({ name }) => name);
  expect(() => chooseChannels({ channels: ["mail", "fax"] }, readConfig({}))).toThrow(
    `hub.yaml: support.channels names "fax". There are ${names.join(", ")}.`,
  );
});

test("the start says whose pages may show the widget, or what turns it on", () => {
  expect(lineOf("widget", {})).toContain("off (widget.origins of hub.yaml turns it on)");
});

test("the start says which names of settings are mistyped, and counts one article as one", () => {
  expect(lineOf("settings", {})).toContain("LOOK: SMPT_URL is no setting.");
  expect(lineOf("search", {})).toMatch(/on, 1 article$/);
});

test("another AUTH_SECRET than the hub began with is said at the start, with what to do", () => {
  const dataDir = freshFolder("report");
  const env = { DATA_DIR: dataDir, AUTH_SECRET: "a secret that came with a setting" };
  expect(lineOf("keys", env)).toBe("");
  readOrCreateSecret(dataDir, "auth");
  expect(lineOf("keys", env)).toContain("delete that file");
});
