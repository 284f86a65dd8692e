import type { IntegrationId } from "#content/schema.ts";
import type { OpenKnowledge } from "#server/knowledge/open-knowledge.ts";
import type { Integrations } from "../open-integrations.ts";
import type { VendorReading } from "./subject.ts";

/** What checks and traces need: the connections, the articles that explain results, and how the vendors are. */
export type ChecksDeps = {
  integrations: Integrations;
  knowledge: OpenKnowledge;
  /** Known at once; waits for nothing. Null: not watched. */
  readVendor: (id: IntegrationId) => VendorReading | null;
};
