import { inTime } from "#server/core/in-time.ts";
import type { Grant } from "../connector.ts";
import type { Integrations } from "../open-integrations.ts";
import type { Way } from "./find-way.ts";

const PATIENCE_MS = 5000;

/** Takes an access back at the vendor where it has a way for it. False: it is not known to be gone there. */
export async function takeBack(
  { fetch, log }: Integrations,
  { connector, app, site }: Way,
  grant: Grant,
): Promise<boolean> {
  try {
    return await inTime(connector.revoke(app, fetch, site, grant), PATIENCE_MS);
  } catch (error) {
    log.warn(
      { integration: connector.definition.id, reason: String(error) },
      "an access was not taken back at the vendor",
    );
    return false;
  }
}
