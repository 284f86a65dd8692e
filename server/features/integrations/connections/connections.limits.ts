import type { MiddlewareHandler } from "hono";
import type { CustomerEnv } from "#server/auth/customer.ts";
import { takeLimit } from "#server/limits/limits.ts";
import type { Integrations } from "../open-integrations.ts";

const MINUTE = 60;
/** More than anybody does by hand, less than a vendor's limit for the operator's app. */
const LIMITS = {
  connect: { limit: 30, windowSeconds: 60 * MINUTE },
  credentials: { limit: 20, windowSeconds: 60 * MINUTE },
  tenant: { limit: 10, windowSeconds: 24 * 60 * MINUTE },
  options: { limit: 60, windowSeconds: 5 * MINUTE },
  count: { limit: 60, windowSeconds: 5 * MINUTE },
  draft: { limit: 300, windowSeconds: 5 * MINUTE },
} as const;

/** Counts what a workspace is about to do with its connections. @throws AppError "limited" */
export const countStep =
  ({ db, clock }: Integrations, step: keyof typeof LIMITS): MiddlewareHandler<CustomerEnv> =>
  async (c, next) => {
    await takeLimit(db, clock, { key: `connection-${step}:${c.get("customer").workspaceId}`, ...LIMITS[step] });
    await next();
  };
