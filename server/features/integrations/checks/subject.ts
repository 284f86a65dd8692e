import type { ConnectorDefinition, ObjectKind } from "../connector.ts";
import type { ConnectionSettings } from "../integrations.schema.ts";
import type { ConnectionState } from "../integrations.values.ts";

/** How a vendor is by its own status page; `seenAt` null: never read. */
export type VendorReading = {
  state: "operational" | "degraded" | "down" | "maintenance" | "unknown";
  seenAt: string | null;
};

/**
 * The last `connection.saved` that this hub sent to the product. "off": no webhook is set up; "forgotten": so long ago
 * that nothing is kept of it; null: none was sent yet.
 */
export type LastWebhook = { state: "waiting" | "sent" | "dead"; at: Date } | "off" | "forgotten" | null;

/** Everything that is known of a connection before its CRM is asked. */
export type Subject = {
  definition: ConnectorDefinition;
  /** The CRM's name as people know it. */
  name: string;
  state: ConnectionState;
  account: { id: string; name: string | null } | null;
  /** What the product works by or, until it is saved, the draft. */
  settings: ConnectionSettings;
  /** `changed`: the draft is not what was saved. */
  saved: "never" | "changed" | "saved";
  /** Whether the operator has an app at this vendor. */
  hasApp: boolean;
  vendor: VendorReading | null;
  webhook: LastWebhook;
};

/** A kind of record by its id; undefined where the CRM has none such, or nothing is chosen. */
export const kindOf = ({ definition }: Subject, object: string | null): ObjectKind | undefined =>
  definition.objects.find(({ id }) => id === object);
