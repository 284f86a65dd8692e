import { and, eq } from "drizzle-orm";
import type { Db, Queries, Tx } from "#db/database.ts";
import { customers, members, usedTokens, workspaces } from "#db/schema/workspaces.ts";
import type { Clock } from "#server/core/clock.ts";
import { AppError } from "#server/core/errors.ts";
import type { ReadCustomer } from "./customer.ts";
import type { ProductToken, VerifyProductToken } from "./product-token.ts";
import { keepFromProduct } from "./workspaces.ts";

type BearerDeps = { db: Db; clock: Clock; verifyProductToken: VerifyProductToken | null };

/**
 * Who comes with a token of the product in `Authorization: Bearer`: null for who brings none. A program sends it with
 * every request, so it counts as long as it is valid (ten minutes at most); it makes no session, and one that has made
 * a session does not count here. @throws AppError "unauthorized", in words for whoever runs the program
 */
export const createReadBearer =
  ({ db, clock, verifyProductToken }: BearerDeps): ReadCustomer =>
  async (headers) => {
    const header = headers.get("authorization");
    if (header === null) return null;
    const [, token] = /^Bearer (\S{1,8000})$/i.exec(header) ?? [];
    if (!token) throw refuse("Send a customer’s token as Authorization: Bearer, or none.");
    if (!verifyProductToken) throw refuse("This hub takes no customers’ tokens. Ask without one.");
    const now = clock.now();
    const said = await verifyProductToken(token, now);
    // a program brings it with every request: only the first of them writes
    if (!(await isForPrograms(db, said))) await db.transaction((tx) => claimForPrograms(tx, said, now));
    const [customer] = await findCustomer(db, said);
    if (!customer) throw refuse("This customer does not belong to the workspace any more.");
    return { ...customer, sessionId: said.jti };
  };

const claimOf = ({ jti }: ProductToken): string => `bearer:${jti}`;

const isForPrograms = async (db: Queries, said: ProductToken): Promise<boolean> =>
  (await db.$count(usedTokens, eq(usedTokens.jti, claimOf(said)))) > 0;

/** The first request that brings a token decides what it is for; this one knows customer and workspace from then on. */
async function claimForPrograms(tx: Tx, said: ProductToken, now: Date): Promise<void> {
  const { jti, expiresAt } = said;
  const claimed = await tx
    .insert(usedTokens)
    .values({ jti, expiresAt })
    .onConflictDoNothing({ target: usedTokens.jti })
    .returning({ jti: usedTokens.jti });
  if (claimed.length > 0) {
    await tx.insert(usedTokens).values({ jti: claimOf(said), expiresAt });
    await keepFromProduct(tx, said, now);
    return;
  }
  if (!(await isForPrograms(tx, said)))
    throw refuse("This token was used to sign in. Sign another one for the program.");
}

const findCustomer = (db: Db, { workspace, email }: ProductToken) =>
  db
    .select({
      id: customers.id,
      email: customers.email,
      name: customers.name,
      workspaceId: workspaces.id,
      workspaceName: workspaces.name,
    })
    .from(members)
    .innerJoin(workspaces, eq(workspaces.id, members.workspaceId))
    .innerJoin(customers, eq(customers.id, members.customerId))
    .where(and(eq(workspaces.externalId, workspace), eq(customers.email, email)));

const refuse = (message: string): AppError => new AppError("unauthorized", message);
