/** Customers: kept apart from staff (auth.ts), so that no way of signing in here ever opens the desk. */
import { index, instant, str, table, uniqueIndex } from "../columns.ts";
import { accountColumns, sessionColumns, userColumns, verificationColumns } from "../sign-in-columns.ts";

/** A customer's account in the product. `externalId` is the product's own name for it; null: made by a first sign-in by mail. */
export const workspaces = table(
  "workspaces",
  { id: str().primaryKey(), externalId: str(), name: str().notNull(), createdAt: instant().notNull() },
  (workspace) => [uniqueIndex("workspaces_external").on(workspace.externalId)],
);

/** better-auth's four tables once more, for customers. */
export const customers = table("customers", userColumns(), (customer) => [
  uniqueIndex("customers_email").on(customer.email),
]);

export const customerSessions = table(
  "customer_sessions",
  {
    ...sessionColumns(() => customers.id),
    /** What this session may see: one workspace, whatever else the customer belongs to. */
    workspaceId: str().references(() => workspaces.id, { onDelete: "cascade" }),
  },
  (row) => [uniqueIndex("customer_sessions_token").on(row.token), index("customer_sessions_user").on(row.userId)],
);

export const customerAccounts = table(
  "customer_accounts",
  accountColumns(() => customers.id),
  (row) => [index("customer_accounts_user").on(row.userId)],
);

export const customerVerifications = table("customer_verifications", verificationColumns(), (row) => [
  index("customer_verifications_identifier").on(row.identifier),
]);

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
