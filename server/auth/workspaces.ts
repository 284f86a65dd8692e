import { and, asc, desc, eq } from "drizzle-orm";
import type { Db, Tx } from "#db/database.ts";
import { customers, members, workspaces } from "#db/schema/workspaces.ts";
import type { Clock } from "#server/core/clock.ts";
import { newId } from "#server/core/ids.ts";

/** What the product says of a customer. */
export type FromProduct = {
  workspace: string;
  workspaceName: string | null;
  subject: string;
  email: string;
  name: string;
};

/** Knows workspace, customer and membership from now on. @returns their ids */
export async function keepFromProduct(tx: Tx, said: FromProduct, now: Date) {
  const [workspace] = await tx
    .insert(workspaces)
    .values({
      id: newId("wsp"),
      externalId: said.workspace,
      name: said.workspaceName ?? said.workspace,
      createdAt: now,
    })
    .onConflictDoUpdate({
      target: workspaces.externalId,
      // a set without a change gives the row back all the same
      set: said.workspaceName ? { name: said.workspaceName } : { externalId: said.workspace },
    })
    .returning({ id: workspaces.id });
  const [customer] = await tx
    .insert(customers)
    .values({
      id: newId("cus"),
      email: said.email,
      name: said.name,
      emailVerified: true,
      createdAt: now,
      updatedAt: now,
    })
    .onConflictDoUpdate({
      target: customers.email,
      // a product that leaves the name out says nothing about it
      set: { updatedAt: now, ...(said.name && { name: said.name }) },
    })
    .returning({ id: customers.id });
  if (!workspace || !customer) throw new Error("An upsert gave no row back");
  await joinWorkspace(tx, { workspaceId: workspace.id, customerId: customer.id, subject: said.subject }, now);
  return { workspaceId: workspace.id, customerId: customer.id };
}

type Membership = { workspaceId: string; customerId: string; subject: string | null };

async function joinWorkspace(tx: Tx, { workspaceId, customerId, subject }: Membership, now: Date): Promise<void> {
  await tx
    .insert(members)
    .values({ id: newId("mem"), workspaceId, customerId, subject, createdAt: now, lastSeenAt: now })
    .onConflictDoUpdate({
      target: [members.workspaceId, members.customerId],
      set: { lastSeenAt: now, ...(subject && { subject }) },
    });
}

/** Where a customer belongs, the workspace that they were in last first. */
export const listMemberships = (db: Db, customerId: string): Promise<{ id: string; name: string }[]> =>
  db
    .select({ id: workspaces.id, name: workspaces.name })
    .from(members)
    .innerJoin(workspaces, eq(workspaces.id, members.workspaceId))
    .where(eq(members.customerId, customerId))
    .orderBy(desc(members.lastSeenAt), asc(members.id));

/** The workspace that a customer was in last; one of their own, named by their address, where there is none. */
export async function findOrMakeWorkspace({ db, clock }: { db: Db; clock: Clock }, customerId: string) {
  const [latest] = await listMemberships(db, customerId);
  if (latest) return latest.id;
  const [customer] = await db.select({ email: customers.email }).from(customers).where(eq(customers.id, customerId));
  const now = clock.now();
  // Named by the customer: two links used at the same time lead to one workspace.
  const workspaceId = `wsp_of_${customerId}`;
  await db.transaction(async (tx) => {
    await tx
      .insert(workspaces)
      .values({ id: workspaceId, externalId: null, name: customer?.email ?? "My workspace", createdAt: now })
      .onConflictDoNothing({ target: workspaces.id });
    await joinWorkspace(tx, { workspaceId, customerId, subject: null }, now);
  });
  return workspaceId;
}

/** From now on this is where the customer was last. False when they do not belong to it. */
export async function noteEntered({ db, clock }: { db: Db; clock: Clock }, customerId: string, workspaceId: string) {
  const entered = await db
    .update(members)
    .set({ lastSeenAt: clock.now() })
    .where(and(eq(members.workspaceId, workspaceId), eq(members.customerId, customerId)))
    .returning({ id: members.id });
  return entered.length > 0;
}

/** The workspace's name, if the customer still belongs to it. */
export async function findMembership(db: Db, workspaceId: string, customerId: string): Promise<string | null> {
  const [found] = await db
    .select({ name: workspaces.name })
    .from(members)
    .innerJoin(workspaces, eq(workspaces.id, members.workspaceId))
    .where(and(eq(members.workspaceId, workspaceId), eq(members.customerId, customerId)));
  return found?.name ?? null;
}
