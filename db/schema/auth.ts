/** better-auth's tables, by hand; a contract test holds them to what better-auth asks for. */
import { bool, index, instant, int, str, table, uniqueIndex } from "../columns.ts";

export const user = table(
  "user",
  {
    id: str().primaryKey(),
    name: str().notNull(),
    email: str().notNull(),
    emailVerified: bool().notNull(),
    image: str(),
    createdAt: instant().notNull(),
    updatedAt: instant().notNull(),
    role: str(),
    banned: bool(),
    banReason: str(),
    banExpires: instant(),
    twoFactorEnabled: bool(),
  },
  (row) => [uniqueIndex("user_email").on(row.email)],
);

export const session = table(
  "session",
  {
    id: str().primaryKey(),
    token: str().notNull(),
    userId: str()
      .notNull()
      .references(() => user.id, { onDelete: "cascade" }),
    expiresAt: instant().notNull(),
    ipAddress: str(),
    userAgent: str(),
    createdAt: instant().notNull(),
    updatedAt: instant().notNull(),
    impersonatedBy: str(),
    /** How they signed in; nothing for a password. */
    way: str(),
  },
  (row) => [uniqueIndex("session_token").on(row.token), index("session_user").on(row.userId)],
);

export const account = table(
  "account",
  {
    id: str().primaryKey(),
    accountId: str().notNull(),
    providerId: str().notNull(),
    userId: str()
      .notNull()
      .references(() => user.id, { onDelete: "cascade" }),
    accessToken: str(),
    refreshToken: str(),
    idToken: str(),
    accessTokenExpiresAt: instant(),
    refreshTokenExpiresAt: instant(),
    scope: str(),
    password: str(),
    createdAt: instant().notNull(),
    updatedAt: instant().notNull(),
  },
  (row) => [index("account_user").on(row.userId)],
);

export const verification = table(
  "verification",
  {
    id: str().primaryKey(),
    identifier: str().notNull(),
    value: str().notNull(),
    expiresAt: instant().notNull(),
    createdAt: instant().notNull(),
    updatedAt: instant().notNull(),
  },
  (row) => [index("verification_identifier").on(row.identifier)],
);

/** Codes of an authenticator app; both secrets are encrypted. */
export const twoFactor = table(
  "two_factor",
  {
    id: str().primaryKey(),
    userId: str()
      .notNull()
      .references(() => user.id, { onDelete: "cascade" }),
    secret: str().notNull(),
    backupCodes: str().notNull(),
    verified: bool(),
    failedVerificationCount: int(),
    lockedUntil: instant(),
  },
  (row) => [uniqueIndex("two_factor_user").on(row.userId)],
);
