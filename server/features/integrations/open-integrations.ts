import type { Hub, IntegrationId } from "#content/schema.ts";
import type { Db } from "#db/database.ts";
import type { Clock } from "#server/core/clock.ts";
import type { Config } from "#server/core/config.ts";
import type { Log } from "#server/core/log.ts";
import type { Sealer } from "#server/core/seal.ts";
import type { Speeches } from "#server/core/speeches.ts";
import type { Connector, Grant } from "./connector.ts";
import { CONNECTORS } from "./connectors/connectors.ts";
import { openVendorFetch } from "./open-vendor-fetch.ts";
import type { VendorFetch } from "./vendor-fetch.ts";

export type Connectors = Partial<Record<IntegrationId, Connector>>;

type Opened = {
  db: Db;
  clock: Clock;
  log: Log;
  sealer: Sealer;
  hub: Pick<Hub, "languages" | "product" | "support" | "integrations" | "retentionDays" | "retention">;
  speeches: Speeches;
  config: Pick<Config, "publicUrl" | "apps" | "mail" | "webhook">;
};
/** What everything about connections needs. */
export type Integrations = Opened & {
  fetch: VendorFetch;
  connectors: Connectors;
  /** Refreshes under way in this process, by connection: ten requests wait for one. */
  refreshing: Map<string, Promise<Grant>>;
};

type Deps = Opened & {
  /** In place of every CRM that the hub can speak with. */
  connectors?: Connectors | undefined;
};

export const openIntegrations = ({ connectors = CONNECTORS, ...deps }: Deps): Integrations => ({
  ...deps,
  fetch: openVendorFetch(),
  connectors,
  refreshing: new Map(),
});
