/** better-auth's tables, by hand; a contract test holds them to what better-auth asks for. */
import { bool, index, instant, str, table, uniqueIndex } from "../columns.ts";

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
