import { createHmac } from "node:crypto";
import { betterAuth } from "better-auth";
import { drizzleAdapter } from "better-auth/adapters/drizzle";
import { createAuthEndpoint } from "better-auth/api";
import { setSessionCookie } from "better-auth/cookies";
import { magicLink } from "better-auth/plugins/magic-link";
import { z } from "zod";
import type { Db } from "#db/database.ts";
import { customerAccounts, customers, customerSessions, customerVerifications } from "#db/schema/workspaces.ts";
import type { Clock } from "#server/core/clock.ts";
import type { Config } from "#server/core/config.ts";
import { DAY_SECONDS } from "#server/core/durations.values.ts";
import type { Log } from "#server/core/log.ts";
import { hubSecret } from "#server/core/secrets.ts";
import { ADDRESS_HEADER } from "./auth.ts";
import { findOrMakeWorkspace } from "./workspaces.ts";

type CustomerAuthDeps = {
  config: Pick<Config, "publicUrl" | "authSecret" | "dataDir">;
  db: Db;
  clock: Clock;
  log: Log;
  /** Sends the private link; not called without a mail channel. */
  sendLink: (link: { email: string; token: string; returnTo: string | null }) => Promise<void>;
};

export const CUSTOMER_COOKIE = "handrail_customer";
/** A link in a mail works this long, and once. */
export const LINK_SECONDS = 15 * 60;

const SCHEMA = {
  user: customers,
  session: customerSessions,
  account: customerAccounts,
  verification: customerVerifications,
};

/**
 * Sign-in for customers, apart from the desk's in everything: tables, cookies, and the key that signs them. None of its
 * routes is served; the hub's own routes call it.
 */
export function createCustomerAuth({ config, db, clock, log, sendLink }: CustomerAuthDeps) {
  return betterAuth({
    appName: "Handrail",
    baseURL: config.publicUrl,
    secret: secretOfCustomers(hubSecret(config)),
    database: drizzleAdapter(db, { provider: "sqlite", schema: SCHEMA }),
    session: {
      expiresIn: 7 * DAY_SECONDS,
      updateAge: DAY_SECONDS,
      additionalFields: { workspaceId: { type: "string", required: false, input: false } },
    },
    databaseHooks: {
      session: {
        create: {
          // who comes by mail enters the workspace that they were in last, or one of their own
          before: async (session) => {
            const bound = typeof session["workspaceId"] === "string" ? session["workspaceId"] : null;
            return {
              data: { ...session, workspaceId: bound ?? (await findOrMakeWorkspace({ db, clock }, session.userId)) },
            };
          },
        },
      },
    },
    plugins: [
      magicLink({
        expiresIn: LINK_SECONDS,
        storeToken: "hashed",
        sendMagicLink: async ({ email, token, metadata }) => {
          const { returnTo } = z.object({ returnTo: z.string().nullish() }).parse(metadata ?? {});
          await sendLink({ email, token, returnTo: returnTo ?? null });
        },
      }),
      enterWorkspace,
    ],
    trustedOrigins: (request) => [request?.headers.get("origin")],
    rateLimit: { enabled: false },
    telemetry: { enabled: false },
    logger: { level: "error", log: (_level, message) => log.error({ from: "customer sign-in" }, message) },
    onAPIError: { throw: true },
    advanced: {
      cookiePrefix: CUSTOMER_COOKIE,
      useSecureCookies: config.publicUrl.startsWith("https:"),
      ipAddress: { ipAddressHeaders: [ADDRESS_HEADER] },
    },
  });
}
export type CustomerAuth = ReturnType<typeof createCustomerAuth>;

/** Signs somebody in to one workspace, whose word is the product's. */
const enterWorkspace = {
  id: "enter-workspace",
  endpoints: {
    enterWorkspace: createAuthEndpoint(
      "/enter-workspace",
      { method: "POST", body: z.object({ customerId: z.string(), workspaceId: z.string() }) },
      async (ctx) => {
        const { customerId, workspaceId } = ctx.body;
        const user = await ctx.context.internalAdapter.findUserById(customerId);
        if (!user) throw ctx.error("NOT_FOUND");
        const session = await ctx.context.internalAdapter.createSession(customerId, false, { workspaceId });
        await setSessionCookie(ctx, { session, user });
        return ctx.json({ ok: true });
      },
    ),
  },
};

const secretOfCustomers = (secret: string): string =>
  createHmac("sha256", secret).update("customers").digest("base64url");
