import { and, asc, desc, eq, gt, sql } from "drizzle-orm";
import { Hono, type MiddlewareHandler } from "hono";
import type { Db } from "#db/database.ts";
import { audit } from "#db/schema/audit.ts";
import { user } from "#db/schema/auth.ts";
import { escalations } from "#db/schema/escalation.ts";
import { gaps } from "#db/schema/gaps.ts";
import { outbox } from "#db/schema/outbox.ts";
import { webhooks } from "#db/schema/api.ts";
import type { StaffEnv } from "#server/auth/staff.ts";
import { describe, queryParams } from "#server/core/validate.ts";
import { Log, LogQuery } from "./log.schema.ts";
import { cutPage, olderThan, PAGE } from "./pages.ts";

/** What staff did, newest first. There is no other route to it: nothing here changes or deletes. */
export const logRoutes = ({ db, guard }: { db: Db; guard: MiddlewareHandler<StaffEnv> }) =>
  new Hono<StaffEnv>()
    .basePath("/desk")
    .get("/log", guard, describe("Who of the staff did what", { 200: Log }), queryParams(LogQuery), async (c) =>
      c.json(await readLog(db, c.req.valid("query"))),
    );

async function readLog(db: Db, { by, kind, object, cursor }: LogQuery): Promise<Log> {
  const where = and(
    by ? eq(audit.staffId, by) : undefined,
    kind ? eq(audit.kind, kind) : undefined,
    object ? eq(audit.objectId, object) : undefined,
    olderThan(cursor, audit.at, audit.id),
  );
  const rows = await db
    .select({ entry: audit, reference: escalations.reference, gap: gaps.title, url: webhooks.url })
    .from(audit)
    .leftJoin(outbox, eq(outbox.id, audit.objectId))
    // a delivery is called by its case
    .leftJoin(escalations, eq(escalations.id, sql`coalesce(${outbox.ref}, ${audit.objectId})`))
    .leftJoin(gaps, eq(gaps.id, audit.objectId))
    .leftJoin(webhooks, eq(webhooks.id, audit.objectId))
    .where(where)
    .orderBy(desc(audit.at), desc(audit.id))
    .limit(PAGE + 1);
  const entries = rows.map(({ entry: { kind: _kind, ...entry }, reference, gap, url }) => ({
    ...entry,
    reference: reference ?? gap ?? url,
  }));
  const { page, next } = cutPage(entries, ({ at }) => at);
  return {
    items: page.map(({ at, ...entry }) => ({ ...entry, at: at.toISOString() })),
    next,
    people: await db.select({ id: user.id, name: user.name }).from(user).orderBy(asc(user.name)).limit(500),
    kinds: await listKinds(db),
  };
}

/** A handful of words: from one to the next in their index, however many lines each has. */
async function listKinds(db: Db): Promise<string[]> {
  const kinds: string[] = [];
  for (let last = ""; kinds.length < 50;) {
    const beyond = db.select({ kind: audit.kind }).from(audit).where(gt(audit.kind, last));
    const [next] = await beyond.orderBy(asc(audit.kind)).limit(1);
    if (!next) break;
    last = next.kind;
    kinds.push(last);
  }
  return kinds;
}
