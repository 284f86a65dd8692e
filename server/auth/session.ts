import { z } from "zod";
import type { Db } from "#db/database.ts";
import { usedTokens } from "#db/schema/workspaces.ts";
import type { Clock } from "#server/core/clock.ts";
import type { Config } from "#server/core/config.ts";
import { AppError } from "#server/core/errors.ts";
import { mailboxOf } from "#server/core/mailbox.ts";
import type { TakeLimit } from "./auth.routes.ts";
import { withBearer } from "./bearer.ts";
import type { CustomerAuth } from "./customer-auth.ts";
import type { ReadCustomer } from "./customer.ts";
import type { VerifyProductToken } from "./product-token.ts";
import { keepFromProduct, listMemberships, noteEntered } from "./workspaces.ts";
import { problemWords } from "#server/core/problem.words.ts";
import { sessionProblemWords as t } from "./session-problems.words.ts";

export type SessionDeps = {
  db: Db;
  clock: Clock;
  config: Pick<Config, "mail">;
  customerAuth: CustomerAuth;
  readCustomer: ReadCustomer;
  /** Null: customers do not come from a product. */
  verifyProductToken: VerifyProductToken | null;
  takeLimit: TakeLimit;
};

/** Who wants in: the name that limits count under, and the request's headers with the address that we believe in. */
export type Asker = { ipKey: string; headers: Headers };

const QUARTER_HOUR = 15 * 60;

/** A path of this hub; anything else, and whatever a browser would take for another host, is not. */
export const ReturnTo = z
  .string()
  .max(300)
  .regex(/^\/(?![/\\])[^\s\\]*$/, "use a path of this hub");
export const TokenInput = z.strictObject({ token: z.string().min(1).max(8000) });
export const MailInput = z.strictObject({ email: z.email().max(254).toLowerCase(), returnTo: ReturnTo.optional() });

/** The product's word for who this is, once. @returns the session's cookies */
export async function enterFromProduct(deps: SessionDeps, { ipKey, headers }: Asker, token: string) {
  const { db, clock, customerAuth, verifyProductToken } = deps;
  await deps.takeLimit({ key: `session:${ipKey}`, limit: 60, windowSeconds: QUARTER_HOUR });
  if (!verifyProductToken) throw new AppError("unauthorized", t.noProductLinks);
  const now = clock.now();
  const said = await verifyProductToken(token, now);
  const entered = await db.transaction(async (tx) => {
    const first = await tx
      .insert(usedTokens)
      .values({ jti: said.jti, expiresAt: said.expiresAt })
      .onConflictDoNothing({ target: usedTokens.jti })
      .returning({ jti: usedTokens.jti });
    if (first.length === 0) throw new AppError("unauthorized", t.usedProductLink);
    return keepFromProduct(tx, said, now);
  });
  const response = await customerAuth.api.enterWorkspace({ body: entered, headers, asResponse: true });
  return response.headers.getSetCookie();
}

/** Sends a private link, if mail is on; says nothing of whether the address is known. */
export async function sendSessionLink(
  deps: SessionDeps,
  { ipKey, headers }: Asker,
  { email, returnTo }: z.infer<typeof MailInput>,
): Promise<void> {
  if (!deps.config.mail) throw new AppError("unprocessable", t.noMail);
  await deps.takeLimit({ key: `session-mail:${ipKey}`, limit: 10, windowSeconds: QUARTER_HOUR });
  await deps.takeLimit({ key: `session-mail-to:${mailboxOf(email)}`, limit: 3, windowSeconds: QUARTER_HOUR });
  await deps.customerAuth.api.signInMagicLink({
    body: { email, metadata: { returnTo: returnTo ?? null } },
    headers,
  });
}

let entering: Promise<unknown> = Promise.resolve();
/** One at a time: of two links of somebody new, pressed at once, both would make their account, and one fail at it. */
function afterOthers<Result>(enter: () => Promise<Result>): Promise<Result> {
  const entered = entering.then(enter);
  entering = entered.catch(() => {});
  return entered;
}

/** Uses a link of a mail up. @returns the session's cookies. @throws AppError `unauthorized` for one that is used or too old */
export async function enterByLink(deps: SessionDeps, { ipKey, headers }: Asker, token: string) {
  await deps.takeLimit({ key: `session-link:${ipKey}`, limit: 30, windowSeconds: QUARTER_HOUR });
  const response = await afterOthers(() =>
    deps.customerAuth.api.magicLinkVerify({ query: { token }, headers, asResponse: true }),
  );
  if (response.status !== 200) throw new AppError("unauthorized", t.usedMailLink);
  return response.headers.getSetCookie();
}

/** For the tab that the widget's frame opens: whose session in it is `bearer` gets one there. @returns its cookies; none for nobody */
export async function enterFromFrame(deps: SessionDeps, { ipKey, headers }: Asker, bearer: string): Promise<string[]> {
  await deps.takeLimit({ key: `session-frame:${ipKey}`, limit: 60, windowSeconds: QUARTER_HOUR });
  const customer = await deps.readCustomer(new Headers({ authorization: `Bearer ${bearer}` }));
  if (!customer) return [];
  const body = { customerId: customer.id, workspaceId: customer.workspaceId };
  const response = await deps.customerAuth.api.enterWorkspace({ body, headers, asResponse: true });
  return response.headers.getSetCookie();
}

/** The other workspace of somebody who belongs to several. @returns the session's cookies. @throws AppError "not_found" */
export async function changeWorkspace(deps: SessionDeps, headers: Headers, workspaceId: string): Promise<string[]> {
  const customer = await requireSignedIn(deps, headers);
  if (!(await noteEntered(deps, customer.id, workspaceId))) throw new AppError("not_found", t.otherWorkspace);
  const body = { customerId: customer.id, workspaceId };
  const response = await deps.customerAuth.api.enterWorkspace({ body, headers, asResponse: true });
  await leave(deps, headers); // the session in the workspace that they were in
  return response.headers.getSetCookie();
}

/** Which workspaces somebody may enter, and which they are in. @throws AppError "unauthorized" */
export async function listWorkspaces(deps: SessionDeps, headers: Headers) {
  const { id, workspaceId } = await requireSignedIn(deps, headers);
  return { workspaceId, workspaces: await listMemberships(deps.db, id) };
}

async function requireSignedIn({ readCustomer }: SessionDeps, headers: Headers) {
  const customer = await readCustomer(headers);
  if (!customer) throw new AppError("unauthorized", problemWords.signInFirst);
  return customer;
}

/** @returns cookies that take the session away */
export async function leave({ customerAuth }: SessionDeps, sent: Headers): Promise<string[]> {
  const headers = await withBearer(customerAuth, sent);
  const response = await customerAuth.api.signOut({ headers, asResponse: true });
  return response.headers.getSetCookie();
}

/** Who is signed in, and how one could be. */
export async function describeSession({ db, readCustomer, config, verifyProductToken }: SessionDeps, headers: Headers) {
  const customer = await readCustomer(headers);
  return {
    customer: customer && {
      email: customer.email,
      name: customer.name,
      workspace: { id: customer.workspaceId, name: customer.workspaceName },
      several: (await listMemberships(db, customer.id)).length > 1,
    },
    ways: { mail: config.mail !== null, product: verifyProductToken !== null },
  };
}
