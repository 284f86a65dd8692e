import { expect, test } from "vitest";
import { loadHub } from "#content/hub.ts";
import { readConfig } from "#server/core/config.ts";
import { describeStart } from "#server/report.ts";

const integrationsOf = (env: Record<string, string>) => {
  const config = readConfig(env);
  const started = { config, hub: loadHub(config.contentDir), address: config.publicUrl, articles: 1, deskLink: null };
  const report = describeStart(started);
  return report.split("\n").find((line) => line.includes("integrations")) ?? "";
};

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
  for (const name of ["HUBSPOT", "SALESFORCE", "INTERCOM"]) {
    env[`${name}_CLIENT_ID`] = "id";
    env[`${name}_CLIENT_SECRET`] = "secret";
  }
  expect(integrationsOf(env)).not.toContain("not available");
});
