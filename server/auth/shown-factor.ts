import { and, eq } from "drizzle-orm";
import type { MiddlewareHandler } from "hono";
import { account } from "#db/schema/auth.ts";
import { passkeys } from "#db/schema/staff.ts";
import { AppError } from "#server/core/errors.ts";
import { oidcProviderId } from "./admit-oidc.ts";
import type { OwnDeps } from "./own-account.ts";
import type { SignedIn, SignedInEnv } from "./staff.ts";

/**
 * 403 for a session that began with the password alone while its owner has a second factor: the password would otherwise
 * be enough to put another beside it, or to take it away. Who has none adds the first one so.
 */
export const requireShownFactor =
  (deps: OwnDeps): MiddlewareHandler<SignedInEnv> =>
  async (c, next) => {
    if (await owesFactor(deps, c.get("signedIn")))
      throw new AppError("forbidden", "You have a second factor. Sign in with it, or ask an admin to reset it.");
    await next();
  };

export const owesFactor = async (deps: OwnDeps, { lacksFactor, staff }: SignedIn): Promise<boolean> =>
  lacksFactor && (await hasFactor(deps, staff.id));

/** Codes are not asked for here: with codes on, no session lacks a factor. */
async function hasFactor({ db, config }: OwnDeps, userId: string): Promise<boolean> {
  if ((await db.$count(passkeys, eq(passkeys.userId, userId))) > 0) return true;
  if (!config.oidc) return false;
  const linked = and(eq(account.userId, userId), eq(account.providerId, oidcProviderId(config.oidc.issuer)));
  return (await db.$count(account, linked)) > 0;
}
