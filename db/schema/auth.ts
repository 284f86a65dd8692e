/** better-auth's tables, by hand; a contract test holds them to what better-auth asks for. */
import { bool, index, instant, int, str, table, uniqueIndex } from "../columns.ts";
import { accountColumns, sessionColumns, userColumns, verificationColumns } from "../sign-in-columns.ts";

export const user = table(
  "user",
  {
    ...userColumns(),
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
    ...sessionColumns(() => user.id),
    impersonatedBy: str(),
    /** How they signed in; nothing for a password. */
    way: str(),
  },
  (row) => [uniqueIndex("session_token").on(row.token), index("session_user").on(row.userId)],
);

export const account = table(
  "account",
  accountColumns(() => user.id),
  (row) => [index("account_user").on(row.userId)],
);

export const verification = table("verification", verificationColumns(), (row) => [
  index("verification_identifier").on(row.identifier),
]);

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
