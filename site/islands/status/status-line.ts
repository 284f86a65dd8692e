import { inTrouble, openVendors } from "#server/features/status/vendors.values.ts";
import { bring } from "../bring.ts";
import { readStatus } from "./read-status.ts";

/** A sentence on the home page; on an article only when a CRM that it is about is in trouble. Words come with it. */
export async function showStatusLine(): Promise<void> {
  const line = document.querySelector<HTMLElement>("[data-island=status-line]");
  const incident = document.querySelector<HTMLElement>("[data-island=incident]");
  const status = await readStatus().catch(() => null);
  if (!status) return; // Nothing known is nothing said: the page is about something else.
  const vendors = openVendors(status);
  const load = () => import("./show-line.ts");
  if (line) bring(load(), ({ showHeadline }) => showHeadline(line, vendors, status.checkedAt));
  const about = incident?.dataset["integrations"]?.split(" ") ?? [];
  const concerned = inTrouble(vendors.filter(({ id }) => about.includes(id)));
  if (incident && concerned.length > 0)
    bring(load(), ({ showIncident }) => showIncident(incident, concerned, status.checkedAt));
}
