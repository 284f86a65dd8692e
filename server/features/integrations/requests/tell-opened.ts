import { and, asc, eq, inArray, isNull } from "drizzle-orm";
import { speakIn } from "#content/words.ts";
import { accessRequests } from "#db/schema/connections.ts";
import { pageUrl } from "#server/core/speeches.ts";
import { enqueue } from "#server/outbox/outbox.ts";
import { setupPath } from "../connections/begin-connect.ts";
import type { Integrations } from "../open-integrations.ts";
import { openedMail } from "./requests.mail.ts";

type Deps = Pick<Integrations, "db" | "clock" | "hub" | "speeches" | "config" | "connectors">;

/** Mails promised in one transaction. */
const BATCH = 100;

/**
 * Everyone who asked for what can be connected here by now is told, once, whichever process comes first. A word in
 * hub.yaml opens nothing that the hub has no app at, or cannot speak with. Without mail they wait for it.
 */
export async function tellOpened(integrations: Deps): Promise<void> {
  if (!integrations.config.mail) return;
  for (const { id, name, availability } of integrations.hub.integrations) {
    const isHere = integrations.connectors[id] && integrations.config.apps[id];
    if (availability === "coming_soon" || !isHere) continue;
    while ((await tellBatch(integrations, id, name)) > 0);
  }
}

/** @returns how many there were to tell, by whoever told them */
async function tellBatch(integrations: Deps, integration: string, crm: string): Promise<number> {
  const { db, clock, config, hub, speeches } = integrations;
  const untold = await db
    .select({ id: accessRequests.id })
    .from(accessRequests)
    .where(and(eq(accessRequests.integration, integration), isNull(accessRequests.toldAt)))
    .orderBy(asc(accessRequests.createdAt), asc(accessRequests.id))
    .limit(BATCH);
  if (untold.length === 0) return 0;
  const ids = untold.map(({ id }) => id);
  await db.transaction(async (tx) => {
    const told = await tx
      .update(accessRequests)
      .set({ toldAt: clock.now() })
      .where(and(inArray(accessRequests.id, ids), isNull(accessRequests.toldAt)))
      .returning();
    for (const { id, email, language } of told) {
      const payload = speakIn(speeches.of(language), () =>
        openedMail(integrations, email, { crm, link: pageUrl(hub, config.publicUrl, setupPath(integration)) }),
      );
      await enqueue(tx, { kind: "email", dedupeKey: `${id}:opened`, ref: id, payload });
    }
  });
  return untold.length;
}
