/** A CRM for the pseudo-locale's hub, and settings for its setup. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Page } from "@playwright/test";
import type {
  ConnectionSettings,
  ConnectionView,
  CrmOptions,
  IntegrationView,
} from "#server/features/integrations/integrations.schema.ts";
import { startHubSpot } from "#test/fakes/crm/hubspot.ts";
import { copyContent } from "#test/support/copy-content.ts";
import { PRODUCT_SECRET } from "#test/support/hub.ts";
import { serveHub } from "#test/support/served-hub.ts";
import { BUILDS, CONTENT } from "./pseudo-hub.ts";

/** The build that is there, served beside an emulator of HubSpot. */
export async function serveWithHubSpot() {
  const folder = mkdtempSync(path.join(tmpdir(), "handrail-pseudo-"));
  const crm = await startHubSpot();
  copyContent(folder, { from: CONTENT, integrations: [{ id: "hubspot", apiBase: crm.url, authBase: crm.url }] });
  const hub = await serveHub({
    CONTENT_DIR: folder,
    BUILDS_DIR: BUILDS,
    WORKSPACE_JWT_SECRET: PRODUCT_SECRET,
    HUBSPOT_CLIENT_ID: crm.oauth.clientId,
    HUBSPOT_CLIENT_SECRET: crm.oauth.clientSecret,
  });
  const stop = async () => {
    await hub.stop();
    await crm.close();
    rmSync(folder, { recursive: true, force: true });
  };
  return { hub, crm, stop };
}

/** Chooses what can go live, by the page's own session. Gives what the CRM calls its things, which is in one language. */
export async function fillDraft(page: Page): Promise<string[]> {
  const call = async <T>(method: string, place: string, body?: object): Promise<T> =>
    (await page.evaluate(
      async ([verb, address, sent]) => {
        const json = sent ? { body: sent, headers: { "content-type": "application/json" } } : {};
        return (await fetch(`/api${address}`, { method: verb, ...json })).json();
      },
      [method, place, body ? JSON.stringify(body) : ""] as const,
    )) as T; // the routes' contract
  const { integrations } = await call<{ integrations: IntegrationView[] }>("GET", "/integrations");
  const id = integrations.find((each) => each.id === "hubspot")?.connection?.id ?? "";
  const { version } = await call<ConnectionView>("GET", `/connections/${id}`);
  const { pipelines, fields } = await call<CrmOptions>("GET", `/connections/${id}/options?object=contact`);
  const [pipeline] = pipelines;
  const half = {
    on: true,
    object: "contact",
    pipeline: pipeline?.id ?? "",
    stage: pipeline?.stages[0]?.id ?? "",
    mapping: [
      { field: "email", value: { from: "email" } },
      { field: "firstname", value: { text: "x" } },
    ],
    existing: "skip",
  } satisfies ConnectionSettings["leads"];
  const qualify = { pipeline: half.pipeline, stage: pipeline?.stages.at(-1)?.id ?? "" };
  await call("PUT", `/connections/${id}/draft`, {
    version,
    draft: { referrers: { ...half, existing: "update" }, leads: half, qualify },
  });
  return [
    ...pipelines.flatMap(({ label, stages }) => [label, ...stages.map((each) => each.label)]),
    ...fields.map(({ label }) => label),
  ];
}
