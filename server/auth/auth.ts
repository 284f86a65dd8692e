import { betterAuth } from "better-auth";
import { drizzleAdapter } from "better-auth/adapters/drizzle";
import { admin, twoFactor as codes } from "better-auth/plugins";
import { createAccessControl } from "better-auth/plugins/access";
import { adminAc, defaultStatements } from "better-auth/plugins/admin/access";
import type { Hub } from "#content/schema.ts";
import type { Db } from "#db/database.ts";
import { account, session, twoFactor, user, verification } from "#db/schema/auth.ts";
import type { Config } from "#server/core/config.ts";
import { DAY_SECONDS, HOUR_SECONDS } from "#server/core/durations.values.ts";
import type { Log } from "#server/core/log.ts";
import { hubSecret } from "#server/core/secrets.ts";
import { enterDesk } from "./enter-desk.ts";
import type { StaffRole } from "./people.schema.ts";

type AuthDeps = {
  config: Pick<Config, "publicUrl" | "authSecret" | "dataDir">;
  hub: Pick<Hub, "product" | "desk">;
  db: Db;
  log: Log;
};

/** Header under which the reader's address is handed on; set by the server, whatever came in. */
export const ADDRESS_HEADER = "x-handrail-address";

const access = createAccessControl(defaultStatements);
const ROLES = {
  admin: access.newRole(adminAc.statements),
  agent: access.newRole({ user: [], session: [] }),
  writer: access.newRole({ user: [], session: [] }),
} satisfies Record<StaffRole, unknown>;

/** Sign-in for the desk: passwords, codes, and sessions in the database. Nobody signs up by themselves. */
export function createAuth({ config, hub, db, log }: AuthDeps) {
  const schema = { user, session, account, verification, twoFactor };
  const auth = betterAuth({
    appName: `${hub.product.name} ${hub.product.hub}`,
    baseURL: config.publicUrl,
    secret: hubSecret(config),
    // one query builder writes SQLite's SQL, which both databases read (docs/adr/0002)
    database: drizzleAdapter(db, { provider: "sqlite", schema }),
    emailAndPassword: { enabled: true, disableSignUp: true, minPasswordLength: 10, maxPasswordLength: 128 },
    session: {
      expiresIn: 7 * DAY_SECONDS,
      // also how exactly "last used" is known
      updateAge: HOUR_SECONDS,
      additionalFields: { way: { type: "string", required: false, input: false } },
    },
    plugins: [
      admin({ ac: access, roles: ROLES, defaultRole: "agent", adminRoles: ["admin"] }),
      // five wrong codes in a row, over all challenges and factors, close the account to codes for ten minutes
      codes({ accountLockout: { maxFailedAttempts: 5, durationSeconds: 10 * 60 } }),
      enterDesk,
    ],
    // requireOwnOrigin looked at it before; a hub is reached under more than one name
    trustedOrigins: (request) => [request?.headers.get("origin")],
    // server/limits counts sign-ins, for all processes together
    rateLimit: { enabled: false },
    telemetry: { enabled: false },
    logger: { level: "error", log: (_level, message) => log.error({ from: "auth" }, message) },
    onAPIError: { throw: true },
    advanced: {
      cookiePrefix: "handrail",
      useSecureCookies: config.publicUrl.startsWith("https:"),
      ipAddress: { ipAddressHeaders: [ADDRESS_HEADER] },
    },
  });
  return Object.assign(auth, { asksSecondFactor: hub.desk.secondFactor === "required" });
}
export type Auth = ReturnType<typeof createAuth>;
