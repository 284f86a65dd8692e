import { betterAuth } from "better-auth";
import { drizzleAdapter } from "better-auth/adapters/drizzle";
import { admin } from "better-auth/plugins";
import { createAccessControl } from "better-auth/plugins/access";
import { adminAc, defaultStatements } from "better-auth/plugins/admin/access";
import type { Db } from "#db/database.ts";
import { account, session, user, verification } from "#db/schema/auth.ts";
import type { Config } from "#server/core/config.ts";
import type { Log } from "#server/core/log.ts";
import { readOrCreateSecret } from "#server/core/secrets.ts";

type AuthDeps = { config: Pick<Config, "publicUrl" | "authSecret" | "dataDir">; db: Db; log: Log };

/** Header under which the reader's address is handed on; set by the server, whatever came in. */
export const ADDRESS_HEADER = "x-handrail-address";

export const STAFF_ROLES = ["admin", "agent", "writer"] as const;
export type StaffRole = (typeof STAFF_ROLES)[number];

const DAY_SECONDS = 24 * 60 * 60;
const access = createAccessControl(defaultStatements);
const ROLES = {
  admin: access.newRole(adminAc.statements),
  agent: access.newRole({ user: [], session: [] }),
  writer: access.newRole({ user: [], session: [] }),
} satisfies Record<StaffRole, unknown>;

/** Sign-in for the desk: e-mail and password, sessions in the database. Nobody signs up by themselves. */
export function createAuth({ config, db, log }: AuthDeps) {
  return betterAuth({
    appName: "Handrail",
    baseURL: config.publicUrl,
    secret: config.authSecret ?? readOrCreateSecret(config.dataDir, "auth"),
    // one query builder writes SQLite's SQL, which both databases read (docs/adr/0002)
    database: drizzleAdapter(db, { provider: "sqlite", schema: { user, session, account, verification } }),
    emailAndPassword: { enabled: true, disableSignUp: true, minPasswordLength: 10, maxPasswordLength: 128 },
    session: { expiresIn: 7 * DAY_SECONDS, updateAge: DAY_SECONDS },
    plugins: [admin({ ac: access, roles: ROLES, defaultRole: "agent", adminRoles: ["admin"] })],
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
}
export type Auth = ReturnType<typeof createAuth>;
