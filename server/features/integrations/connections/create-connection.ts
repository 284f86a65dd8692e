import { and, eq } from "drizzle-orm";
import type { z } from "zod";
import { connections } from "#db/schema/connections.ts";
import { AppError } from "#server/core/errors.ts";
import { newId } from "#server/core/ids.ts";
import type { Connector } from "../connector.ts";
import type { ConnectionInput, ConnectionSettings, ConnectionView, HalfSettings } from "../integrations.schema.ts";
import type { Integrations } from "../open-integrations.ts";
import { findWay, nameOf } from "./find-way.ts";
import { viewConnection } from "./view-connection.ts";
import { setupProblemWords as t } from "./setup-problems.words.ts";

type Input = z.infer<typeof ConnectionInput>;

/** A workspace has one connection to an integration: asked for again, it is the one that is there. */
export async function createConnection(
  integrations: Integrations,
  workspaceId: string,
  { integration, site: siteId }: Input,
): Promise<{ view: ConnectionView; created: boolean }> {
  requireOpen(integrations, integration);
  const site = siteId ?? integrations.connectors[integration]?.definition.sites[0].id ?? "";
  const { connector } = findWay(integrations, { integration, site });
  const now = integrations.clock.now();
  const [made] = await integrations.db
    .insert(connections)
    .values({
      id: newId("con"),
      workspaceId,
      integration,
      site,
      state: "new",
      grantVersion: 0,
      draft: emptySettings(connector),
      version: 0,
      missedChecks: 0,
      toldFailed: false,
      createdAt: now,
      updatedAt: now,
    })
    .onConflictDoNothing({ target: [connections.workspaceId, connections.integration] })
    .returning();
  const row = made ?? (await findExisting(integrations, workspaceId, integration));
  return { view: await viewConnection(integrations, row), created: made !== undefined };
}

function requireOpen(integrations: Integrations, integration: Input["integration"]): void {
  const offered = integrations.hub.integrations.find(({ id }) => id === integration);
  if (offered && offered.availability !== "coming_soon") return;
  throw new AppError("unprocessable", t.comingSoon(nameOf(integrations, integration)));
}

async function findExisting({ db }: Integrations, workspaceId: string, integration: string) {
  const [row] = await db
    .select()
    .from(connections)
    .where(and(eq(connections.workspaceId, workspaceId), eq(connections.integration, integration)));
  if (row) return row;
  throw new AppError("conflict", t.beingRemoved, { retryAfter: 1 });
}

/** What a new setup begins with: both halves on, and chosen where there is no choice. */
function emptySettings({ definition }: Connector): ConnectionSettings {
  const [only, ...others] = definition.objects;
  const half: HalfSettings = {
    on: true,
    object: others.length === 0 ? only.id : null,
    pipeline: definition.words.pipeline === null ? "" : null,
    stage: null,
    mapping: [],
    existing: null,
  };
  return { referrers: half, leads: half, qualify: null };
}
