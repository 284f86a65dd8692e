/** Customers: kept apart from staff (auth.ts), so that no way of signing in here ever opens the desk. */
import { bool, index, instant, str, table, uniqueIndex } from "../columns.ts";

/** A customer's account in the product. `externalId` is the product's own name for it; null: made by a first sign-in by mail. */
export const workspaces = table(
  "workspaces",
  { id: str().primaryKey(), externalId: str(), name: str().notNull(), createdAt: instant().notNull() },
  (workspace) => [uniqueIndex("workspaces_external").on(workspace.externalId)],
);

/** better-auth's four tables once more, for customers. */
export const customers = table(
  "customers",
  {
    id: str().primaryKey(),
    name: str().notNull(),
    email: str().notNull(),
    emailVerified: bool().notNull(),
    image: str(),
    createdAt: instant().notNull(),
    updatedAt: instant().notNull(),
  },
  (customer) => [uniqueIndex("customers_email").on(customer.email)],
);

export const customerSessions = table(
  "customer_sessions",
  {
    id: str().primaryKey(),
    token: str().notNull(),
    userId: str()
      .notNull()
      .references(() => customers.id, { onDelete: "cascade" }),
    /** What this session may see: one workspace, whatever else the customer belongs to. */
    workspaceId: str().references(() => workspaces.id, { onDelete: "cascade" }),
    expiresAt: instant().notNull(),
    ipAddress: str(),
    userAgent: str(),
    createdAt: instant().notNull(),
    updatedAt: instant().notNull(),
  },
  (row) => [uniqueIndex("customer_sessions_token").on(row.token), index("customer_sessions_user").on(row.userId)],
);

export const customerAccounts = table(
  "customer_accounts",
  {
    id: str().primaryKey(),
    accountId: str().notNull(),
    providerId: str().notNull(),
    userId: str()
      .notNull()
      .references(() => customers.id, { onDelete: "cascade" }),
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
  (row) => [index("customer_accounts_user").on(row.userId)],
);

export const customerVerifications = table(
  "customer_verifications",
  {
    id: str().primaryKey(),
    identifier: str().notNull(),
    value: str().notNull(),
    expiresAt: instant().notNull(),
    createdAt: instant().notNull(),
    updatedAt: instant().notNull(),
  },
  (row) => [index("customer_verifications_identifier").on(row.identifier)],
);

/** Who belongs to which workspace. `subject`: the product's name for the person (`sub`). */
export const members = table(
  "members",
  {
    id: str().primaryKey(),
    workspaceId: str()
      .notNull()
      .references(() => workspaces.id, { onDelete: "cascade" }),
    customerId: str()
      .notNull()
      .references(() => customers.id, { onDelete: "cascade" }),
    subject: str(),
    createdAt: instant().notNull(),
    lastSeenAt: instant().notNull(),
  },
  (member) => [
    uniqueIndex("members_workspace_customer").on(member.workspaceId, member.customerId),
    index("members_customer").on(member.customerId),
  ],
);

/** Tokens of the product that have been used, until they expire. */
export const usedTokens = table("used_tokens", { jti: str().primaryKey(), expiresAt: instant().notNull() }, (token) => [
  index("used_tokens_expires").on(token.expiresAt),
]);
