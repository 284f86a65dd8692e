import type { MiddlewareHandler } from "hono";
import type { VisitorEnv } from "#server/core/context.ts";
import { AppError } from "#server/core/errors.ts";

export type Customer = {
  id: string;
  email: string;
  name: string;
  workspaceId: string;
  workspaceName: string;
  sessionId: string;
};
export type CustomerEnv = VisitorEnv & { Variables: { customer: Customer } };
/** Who is signed in, or null. */
export type ReadCustomer = (headers: Headers) => Promise<Customer | null>;

/** 401 for who is not signed in; sets `c.get("customer")`. */
export const requireCustomer =
  (readCustomer: ReadCustomer): MiddlewareHandler<CustomerEnv> =>
  async (c, next) => {
    const customer = await readCustomer(c.req.raw.headers);
    if (!customer) throw new AppError("unauthorized", "Sign in first.");
    c.set("customer", customer);
    await next();
  };
