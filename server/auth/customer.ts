import type { MiddlewareHandler } from "hono";
import type { Db } from "#db/database.ts";
import type { VisitorEnv } from "#server/core/context.ts";
import { AppError } from "#server/core/errors.ts";
import { problemWords as t } from "#server/core/problem.words.ts";
import { withBearer } from "./bearer.ts";
import { CUSTOMER_COOKIE, type CustomerAuth } from "./customer-auth.ts";
import { sessionUnread } from "./staff.ts";
import { findMembership } from "./workspaces.ts";

/** Somebody who is signed in to one workspace, and sees nothing of another. */
export type Customer = {
  id: string;
  email: string;
  name: string;
  workspaceId: string;
  workspaceName: string;
  sessionId: string;
};
export type CustomerEnv = VisitorEnv & { Variables: { customer: Customer } };
/** Who is signed in, or null. @throws AppError "unavailable" when it cannot be read */
export type ReadCustomer = (headers: Headers) => Promise<Customer | null>;

/** Reads session and membership in the database each time: who has left a workspace is out at once. */
export const createReadCustomer =
  ({ db, customerAuth }: { db: Db; customerAuth: CustomerAuth }): ReadCustomer =>
  async (sent) => {
    const headers = await withBearer(customerAuth, sent);
    if (!headers.get("cookie")?.includes(CUSTOMER_COOKIE)) return null;
    const signedIn = await customerAuth.api.getSession({ headers }).catch((error: unknown) => {
      throw sessionUnread(error);
    });
    const workspaceId = signedIn?.session.workspaceId;
    if (!signedIn || !workspaceId) return null;
    const { id, email, name } = signedIn.user;
    const workspaceName = await findMembership(db, workspaceId, id);
    return workspaceName === null
      ? null
      : { id, email, name, workspaceId, workspaceName, sessionId: signedIn.session.id };
  };

/** 401 for who is not signed in; sets `c.get("customer")`. */
export const requireCustomer =
  (readCustomer: ReadCustomer): MiddlewareHandler<CustomerEnv> =>
  async (c, next) => {
    const customer = await readCustomer(c.req.raw.headers);
    if (!customer) throw new AppError("unauthorized", t.signInFirst);
    c.set("customer", customer);
    await next();
  };
