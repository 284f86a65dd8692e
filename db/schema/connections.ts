import { bool, index, instant, int, json, oneOf, str, table, uniqueIndex } from "../columns.ts";
import { workspaces } from "./workspaces.ts";

/** A workspace's link to one integration. Owner, workspace, is in every query. */
export const connections = table(
  "connections",
  {
    id: str().primaryKey(),
    workspaceId: str()
      .notNull()
      .references(() => workspaces.id, { onDelete: "cascade" }),
    integration: str().notNull(),
    site: str().notNull(),
    state: oneOf(["new", "waiting", "refused", "approved", "connected", "reconnect"]).notNull(),
    accountId: str(),
    accountName: str(),
    accountUrl: str(),
    /** Tokens and keys, sealed; null while there are none. */
    grant: str(),
    /** Goes up with each new grant: who refreshed first has won. */
    grantVersion: int().notNull(),
    grantExpiresAt: instant(),
    /** Somebody is refreshing until then. */
    refreshUntil: instant(),
    connectedAt: instant(),
    /** Who connected it, and is told when it fails. */
    ownerEmail: str(),
    /** What mails to them are written in; null: the hub's first. */
    ownerLanguage: str(),
    draft: json<unknown>().notNull(),
    version: int().notNull(),
    saved: json<unknown>(),
    savedAt: instant(),
    checkState: oneOf(["ok", "warning", "failed", "unknown"]),
    checkedAt: instant(),
    /** When the hub looks by itself next; null: never, there is nothing to check. */
    nextCheckAt: instant(),
    /** Checks by the hub in a row that could not be made; they become rarer. */
    missedChecks: int().notNull(),
    /** A process checks it until then. */
    checkUntil: instant(),
    /** Its owner was told that it fails, and it has not been well since. */
    toldFailed: bool().notNull(),
    createdAt: instant().notNull(),
    updatedAt: instant().notNull(),
  },
  (connection) => [
    uniqueIndex("connections_workspace_integration").on(connection.workspaceId, connection.integration),
    index("connections_next_check").on(connection.nextCheckAt),
    index("connections_state").on(connection.integration, connection.state),
  ],
);

/** An OAuth sign-in under way: single use, ten minutes, bound to a session and a connection. Its key is the state's hash. */
export const oauthStates = table(
  "oauth_states",
  {
    stateHash: str().primaryKey(),
    connectionId: str()
      .notNull()
      .references(() => connections.id, { onDelete: "cascade" }),
    workspaceId: str().notNull(),
    /** Hash of the customer's session. */
    sessionHash: str().notNull(),
    integration: str().notNull(),
    site: str().notNull(),
    /** PKCE's code_verifier, sealed. */
    verifier: str().notNull(),
    /** Where the customer comes back to: a path of this hub. */
    returnTo: str().notNull(),
    expiresAt: instant().notNull(),
  },
  (state) => [index("oauth_states_expires").on(state.expiresAt)],
);

/** The latest fifty of each connection. */
export const connectionChecks = table(
  "connection_checks",
  {
    id: str().primaryKey(),
    connectionId: str()
      .notNull()
      .references(() => connections.id, { onDelete: "cascade" }),
    at: instant().notNull(),
    state: oneOf(["ok", "warning", "failed", "unknown"]).notNull(),
    by: oneOf(["customer", "staff", "hub"]).notNull(),
    results: json<unknown>().notNull(),
  },
  (check) => [
    index("connection_checks_connection").on(check.connectionId, check.at),
    index("connection_checks_at").on(check.at),
  ],
);

/** Tenant IDs that wait for staff, and those that were decided. */
export const tenantRequests = table(
  "tenant_requests",
  {
    id: str().primaryKey(),
    connectionId: str()
      .notNull()
      .references(() => connections.id, { onDelete: "cascade" }),
    workspaceId: str().notNull(),
    tenantId: str().notNull(),
    state: oneOf(["waiting", "approved", "refused"]).notNull(),
    note: str(),
    /** Who asked, and is told. */
    email: str().notNull(),
    /** What they are told in; null: the hub's first. */
    language: str(),
    submittedAt: instant().notNull(),
    decidedAt: instant(),
    decidedBy: str(),
  },
  (request) => [
    index("tenant_requests_connection").on(request.connectionId, request.submittedAt),
    index("tenant_requests_state").on(request.state, request.submittedAt),
  ],
);

/** Who wants an integration that is coming soon. `who` is the workspace's id, or the address of somebody without one. */
export const accessRequests = table(
  "access_requests",
  {
    id: str().primaryKey(),
    integration: str().notNull(),
    who: str().notNull(),
    workspaceId: str(),
    email: str().notNull(),
    /** What they are told in; null: the hub's first. */
    language: str(),
    createdAt: instant().notNull(),
    toldAt: instant(),
  },
  (request) => [uniqueIndex("access_requests_who").on(request.integration, request.who)],
);

/** What was done with a connection and by whom: connected, saved, disconnected, looked into by staff. */
export const connectionEvents = table(
  "connection_events",
  {
    id: str().primaryKey(),
    connectionId: str().notNull(),
    workspaceId: str().notNull(),
    at: instant().notNull(),
    /** An address of staff or customer; "hub" for the hub itself. */
    who: str().notNull(),
    what: str().notNull(),
    detail: json<unknown>(),
  },
  (event) => [
    index("connection_events_connection").on(event.connectionId, event.at),
    index("connection_events_at").on(event.at),
  ],
);
