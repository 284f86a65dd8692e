import type { ConnectionSettings } from "../integrations.schema.ts";

/** `data` of the webhook `connection.saved`: a customer's settings went live. No secrets. Times are ISO 8601 in UTC. */
export type ConnectionSaved = {
  id: string;
  integration: string;
  site: string;
  /** `id` is the product's own name for the workspace; null: the customer has only ever signed in by mail. */
  workspace: { id: string | null; name: string };
  account: { id: string; name: string | null } | null;
  settings: ConnectionSettings;
  version: number;
  savedAt: string;
};
