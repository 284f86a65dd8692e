/** npm run bench:checks: 500 connections checked in the background by one process, against a CRM that counts. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { monitorEventLoopDelay } from "node:perf_hooks";
import { setTimeout as sleep } from "node:timers/promises";
import { isNotNull } from "drizzle-orm";
import { loadHub } from "#content/hub.ts";
import { openDatabase, type Db } from "#db/database.ts";
import { connections } from "#db/schema/connections.ts";
import { workspaces } from "#db/schema/workspaces.ts";
import { systemClock as clock } from "#server/core/clock.ts";
import { readConfig } from "#server/core/config.ts";
import { newId } from "#server/core/ids.ts";
import { createLog } from "#server/core/log.ts";
import { openSealer } from "#server/core/seal.ts";
import { openSpeeches } from "#server/core/speeches.ts";
import { grantColumns } from "#server/features/integrations/connections/kept-grant.ts";
import type { Call, Connector } from "#server/features/integrations/connector.ts";
import { openIntegrations, type Integrations } from "#server/features/integrations/open-integrations.ts";
import { watchConnections } from "#server/features/integrations/checks/watch-connections.ts";
import type { VendorFetch } from "#server/features/integrations/vendor-fetch.ts";
import { createKnowledge } from "#server/knowledge/knowledge-index.ts";
import { NO_KNOWLEDGE } from "#test/fakes/built-hub.ts";
import { call, connector, definition, settings } from "#test/support/checked.ts";
import { crmField } from "#test/support/crm-field.ts";
import { startChild } from "./child.ts";

const CONNECTIONS = 500;
const CALLS_PER_SECOND = 40;
const GOAL_MS = 20;
/** What one check of these connections asks. */
const CALLS_OF_A_CHECK = 4;

const vendor = await startChild("vendor.child.ts");
const folder = mkdtempSync(path.join(tmpdir(), "handrail-checks-"));
const db = await openDatabase(`file:${path.join(folder, "bench.db")}`);
const say = (line: string) => process.stdout.write(`${line}\n`);

/** Asks the CRM over HTTP what a real connector would, and believes what the fake one says. */
function overHttp(inner: Connector): Connector {
  const asked = async ({ fetch, signal }: Call, what: string) =>
    void (await fetch(`${vendor.origin}/${what}`, { headers: { authorization: "Bearer t" }, signal }));
  return {
    ...inner,
    definition: { ...definition, callsPerSecond: CALLS_PER_SECOND },
    check: async (opened) => (await asked(opened, "introspect"), inner.check(opened)),
    account: async (opened) => (await asked(opened, "account"), inner.account(opened)),
    pipelines: async (opened, object) => (await asked(opened, "pipelines"), inner.pipelines(opened, object)),
    fields: async (opened) => (await asked(opened, "fields"), FIELDS),
  };
}
const FIELDS = ["email", "source", ...Array.from({ length: 200 }, (_, index) => `field_${index}`)].map((name) =>
  crmField(name, name === "email" ? { type: "email" } : {}),
);

const plainFetch: VendorFetch = async (url, { headers = {}, signal } = {}) => {
  const response = await fetch(url, { headers, signal: signal ?? null });
  const text = await response.text();
  return { status: response.status, headers: response.headers, body: JSON.parse(text) as unknown, text };
};

async function fill(integrations: Integrations): Promise<void> {
  const now = clock.now();
  await db.transaction(async (tx) => {
    for (let count = 0; count < CONNECTIONS; count++) {
      const [id, workspaceId] = [newId("con"), newId("ws")];
      await tx
        .insert(workspaces)
        .values({ id: workspaceId, externalId: id, name: `Workspace ${count}`, createdAt: now });
      await tx.insert(connections).values({
        ...{ id, workspaceId, integration: "hubspot", site: "main", state: "connected" as const },
        ...{
          accountId: "acc-1",
          accountName: "Acme",
          grantVersion: 1,
          connectedAt: now,
          ownerEmail: "owner@example.com",
        },
        ...{
          draft: settings,
          version: 1,
          saved: settings,
          savedAt: now,
          nextCheckAt: now,
          missedChecks: 0,
          toldFailed: false,
        },
        ...{ createdAt: now, updatedAt: now },
        ...grantColumns(integrations, id, call.grant),
      });
    }
  });
}

const checked = (database: Db) => database.$count(connections, isNotNull(connections.checkedAt));

try {
  const settingsOfHub = { HUBSPOT_CLIENT_ID: "id", HUBSPOT_CLIENT_SECRET: "secret", DATA_DIR: folder };
  const config = readConfig(settingsOfHub);
  const log = createLog("warn");
  const hub = loadHub(config.contentDir);
  const opened = openIntegrations({
    ...{ db, clock, log, hub, config, connectors: { hubspot: overHttp(connector) } },
    speeches: openSpeeches(hub, config.contentDir),
    sealer: openSealer(config),
  });
  const integrations = { ...opened, fetch: plainFetch };
  await fill(integrations);
  const knowledge = createKnowledge(NO_KNOWLEDGE);
  const delay = monitorEventLoopDelay({ resolution: 1 });
  delay.enable();
  const startedAt = performance.now();
  const stop = watchConnections({ integrations, knowledge: { current: () => knowledge }, readVendor: () => null });
  while ((await checked(db)) < CONNECTIONS) await sleep(1000);
  const seconds = (performance.now() - startedAt) / 1000;
  delay.disable();
  await stop();
  const counted = (await (await fetch(`${vendor.origin}/count`)).json()) as {
    calls: number;
    most: number;
    seconds: number;
  };
  const p99 = delay.percentile(99) / 1e6;
  const allowed = CALLS_PER_SECOND * counted.seconds + CALLS_OF_A_CHECK;
  say("| connections | seconds | event loop p50, ms | p99, ms | longest, ms | calls | allowed | most in a second |");
  say("| --- | --- | --- | --- | --- | --- | --- | --- |");
  say(
    `| ${CONNECTIONS} | ${seconds.toFixed(0)} | ${(delay.percentile(50) / 1e6).toFixed(1)} | ${p99.toFixed(1)} | ${(delay.max / 1e6).toFixed(1)} | ${counted.calls} | ${Math.floor(allowed)} | ${counted.most} |`,
  );
  if (p99 > GOAL_MS || counted.calls > allowed) {
    say(`Over a goal: p99 at most ${GOAL_MS} ms, no more calls than ${CALLS_PER_SECOND} a second.`);
    process.exitCode = 1;
  }
} finally {
  vendor.stop();
  await db.close();
  rmSync(folder, { recursive: true, force: true });
}
