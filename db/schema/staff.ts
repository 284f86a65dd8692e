/** What the desk keeps of its staff beside better-auth's own tables. */
import { index, instant, int, json, str, table, uniqueIndex } from "../columns.ts";
import { user } from "./auth.ts";

/** Who may make an account. One an address: inviting again takes the place of what was there. */
export const invites = table(
  "invites",
  {
    id: str().primaryKey(),
    email: str().notNull(),
    role: str().notNull(),
    tokenHash: str().notNull(),
    expiresAt: instant().notNull(),
    invitedBy: str().notNull(),
    createdAt: instant().notNull(),
  },
  (invite) => [
    uniqueIndex("invites_email").on(invite.email),
    uniqueIndex("invites_token").on(invite.tokenHash),
    index("invites_created").on(invite.createdAt),
  ],
);

export const passkeys = table(
  "passkeys",
  {
    /** The credential's id, as the authenticator gave it. */
    id: str().primaryKey(),
    userId: str()
      .notNull()
      .references(() => user.id, { onDelete: "cascade" }),
    name: str().notNull(),
    /** COSE, base64url. */
    publicKey: str().notNull(),
    counter: int().notNull(),
    transports: json<string[]>(),
    createdAt: instant().notNull(),
    lastUsedAt: instant(),
  },
  (passkey) => [index("passkeys_user").on(passkey.userId, passkey.createdAt)],
);

/** Wrong passwords and codes, by account and hour: the log says how many, not each. */
export const signInFailures = table(
  "sign_in_failures",
  {
    /** An account's id, or `unknown` for addresses that have none. */
    who: str().notNull(),
    hour: instant().notNull(),
    count: int().notNull(),
  },
  (failures) => [
    uniqueIndex("sign_in_failures_whole").on(failures.who, failures.hour),
    index("sign_in_failures_hour").on(failures.hour),
  ],
);
