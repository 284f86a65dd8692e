import { and, eq } from "drizzle-orm";
import type { z } from "zod";
import { speech } from "#content/words.ts";
import { accessRequests } from "#db/schema/connections.ts";
import { AppError } from "#server/core/errors.ts";
import { newId } from "#server/core/ids.ts";
import { takeLimit } from "#server/limits/limits.ts";
import { nameOf } from "../connections/find-way.ts";
import type { AccessRequestInput } from "../integrations.schema.ts";
import type { Integrations } from "../open-integrations.ts";
import { setupProblemWords as t } from "../connections/setup-problems.words.ts";

type Asker = { ipKey: string; customer: { email: string; workspaceId: string } | null };
type Input = z.infer<typeof AccessRequestInput>;

/** Somebody wants what is coming soon: once a workspace, or an address where there is none. @returns when it was asked for first */
export async function requestAccess(integrations: Integrations, asker: Asker, { integration, email }: Input) {
  const { db, clock } = integrations;
  requireComing(integrations, integration);
  const address = email ?? asker.customer?.email;
  if (!address) {
    const fields = [{ path: "email", message: t.writeAddress }];
    throw new AppError("bad_request", t.addressNeeded, { fields });
  }
  await takeLimit(db, clock, { key: `access-request:${asker.ipKey}`, limit: 20, windowSeconds: 60 * 60 });
  const who = asker.customer?.workspaceId ?? address.toLowerCase();
  const request = { id: newId("acc"), integration, who, workspaceId: asker.customer?.workspaceId ?? null };
  const [made] = await db
    .insert(accessRequests)
    .values({ ...request, email: address, language: speech().language, createdAt: clock.now() })
    .onConflictDoNothing({ target: [accessRequests.integration, accessRequests.who] })
    .returning();
  const kept = made ?? (await findRequest(integrations, integration, who));
  return { integration, at: (kept?.createdAt ?? clock.now()).toISOString() };
}

function requireComing(integrations: Integrations, integration: string): void {
  const offered = integrations.hub.integrations.find(({ id }) => id === integration);
  if (offered?.availability === "coming_soon") return;
  const name = nameOf(integrations, integration);
  throw offered
    ? new AppError("conflict", t.hereAlready(name))
    : new AppError("not_found", `This hub does not list ${name}.`);
}

async function findRequest({ db }: Integrations, integration: string, who: string) {
  const [request] = await db
    .select()
    .from(accessRequests)
    .where(and(eq(accessRequests.integration, integration), eq(accessRequests.who, who)));
  return request;
}
