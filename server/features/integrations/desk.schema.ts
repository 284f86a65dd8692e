/** Connections as staff see them: everything but secrets. */
import { z } from "zod";
import { IntegrationId } from "#content/schema.ts";
import { CheckState, ConnectionCheck } from "./checks.schema.ts";
import { ConnectionView, TenantRequest } from "./integrations.schema.ts";
import { CONNECTION_STATES } from "./integrations.values.ts";

const Moment = z.iso.datetime();

export const DeskConnection = z.object({
  id: z.string(),
  integration: IntegrationId,
  workspace: z.object({ id: z.string(), name: z.string() }),
  state: z.enum(CONNECTION_STATES),
  accountName: z.string().nullable(),
  ownerEmail: z.string().nullable(),
  check: z.object({ state: CheckState, at: Moment }).nullable(),
  tenant: TenantRequest.nullable(),
  savedAt: Moment.nullable(),
  updatedAt: Moment,
});
export type DeskConnection = z.infer<typeof DeskConnection>;

/** Those that wait for a decision first, then those that fail, then the ones changed last. */
export const DeskConnections = z.object({
  connections: z.array(DeskConnection),
  /** Sent as `after` for what comes next; null: this is the end. */
  next: z.string().nullable(),
  waiting: z.number().int(),
  failing: z.number().int(),
});
export type DeskConnections = z.infer<typeof DeskConnections>;

/** `show`: waiting for a decision, failing, or all. `q`: part of a workspace's name, an account's name or an address. */
export const DeskConnectionsQuery = z.object({
  show: z.enum(["all", "waiting", "failing"]).default("all"),
  integration: IntegrationId.optional(),
  q: z.string().trim().max(120).optional(),
  after: z.string().max(200).optional(),
});

export const ConnectionEvent = z.object({ at: Moment, who: z.string(), what: z.string(), detail: z.unknown() });
export const DeskConnectionDetail = DeskConnection.extend({
  view: ConnectionView,
  /** The latest first. */
  checks: z.array(ConnectionCheck),
  events: z.array(ConnectionEvent),
});
export type DeskConnectionDetail = z.infer<typeof DeskConnectionDetail>;

/** The note is sent to the customer; a refusal needs one. */
export const TenantDecision = z
  .strictObject({ decision: z.enum(["approved", "refused"]), note: z.string().trim().max(1000).default("") })
  .refine(({ decision, note }) => decision === "approved" || note !== "", {
    path: ["note"],
    message: "say why, so that the customer can mend it",
  });
export type TenantDecision = z.infer<typeof TenantDecision>;

/** How many ask for what is coming soon. */
export const AccessCounts = z.object({
  integrations: z.array(
    z.object({
      id: IntegrationId,
      name: z.string(),
      count: z.number().int(),
      latestAt: Moment.nullable(),
      /** The latest hundred. */
      requests: z.array(
        z.object({ email: z.string(), workspace: z.string().nullable(), at: Moment, toldAt: Moment.nullable() }),
      ),
    }),
  ),
});
export type AccessCounts = z.infer<typeof AccessCounts>;
