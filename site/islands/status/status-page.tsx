import { statusListWords as lists } from "#server/features/status/status-lists.values.ts";
import { signal } from "@preact/signals";
import { draw } from "../draw.ts";
import { sayBeside, sayHeadline } from "#server/features/status/status-sentences.values.ts";
import { comingVendors, openVendors, type Vendor } from "#server/features/status/vendors.values.ts";
import type { HubStatus } from "#server/features/status/status.schema.ts";
import { locale, sayTime } from "../when.ts";
import { DaysKey } from "./status-days.tsx";
import { Coming, HubPart, Incidents, VendorRow } from "./status-parts.tsx";
import { watchStatus } from "./watch-status.ts";
import { statusWords as t } from "./status.words.ts";

const status = signal<HubStatus | null>(null);
/** The server could not be asked when it was last tried. */
const away = signal(false);

/** In the widget's frame the page is shown again, and gives way to others. */
let stopWatching = (): void => {};

/** Replaces what stands on `/status/` without script as soon as the states are known. */
export function startStatus(): void {
  const mount = document.querySelector<HTMLElement>("#Status");
  if (!mount) return;
  let shown = false;
  stopWatching();
  stopWatching = watchStatus({
    seen(now) {
      if (!mount.isConnected) return stopWatching();
      status.value = now;
      away.value = false;
      if (!shown) {
        shown = true;
        takeOver(mount);
      }
      sayAtTop(openVendors(now));
    },
    away: () => (away.value = true),
  });
}

/** In place of what the server wrote, of which the reader may have opened something. */
function takeOver(mount: HTMLElement): void {
  const opened = Array.from(mount.querySelectorAll(".svc:has(details[open])"), ({ id }) => id);
  const focused = document.activeElement?.closest(".svc summary")?.closest(".svc")?.id;
  mount.replaceChildren();
  draw(<StatusPage />, mount);
  const summaryIn = (id: string) => document.getElementById(id)?.querySelector("summary");
  for (const id of opened) summaryIn(id)?.parentElement?.setAttribute("open", "");
  if (focused) summaryIn(focused)?.focus();
}

/** The page's title is the state itself. */
function sayAtTop(vendors: Vendor[]): void {
  document.querySelector("h1")?.replaceChildren(sayHeadline(vendors, locale));
  document.querySelector("[data-beside]")?.replaceChildren(sayBeside(vendors, locale));
}

function StatusPage() {
  const now = status.value;
  if (!now) return null;
  const incidents = openVendors(now).flatMap(({ name, vendor }) =>
    vendor.incidents.map((incident) => ({ ...incident, name })),
  );
  return (
    <>
      <p class="small">
        <span>
          {away.value ? t.theHubDoesNot(sayTime(now.checkedAt)) : t.checkedAtAndAgain(sayTime(now.checkedAt))}
        </span>
      </p>
      <p class="sr" role="status">
        {sayHeadline(openVendors(now), locale)}
      </p>
      <h2 id="crms">{lists.crms}</h2>
      <ul class="svcs plain">
        {openVendors(now).map((vendor) => (
          <VendorRow key={vendor.id} {...vendor} />
        ))}
      </ul>
      <DaysKey />
      {incidents.length > 0 && <Incidents incidents={incidents} />}
      <h2 id="own">{lists.thisHub}</h2>
      <ul class="facts plain">
        {now.hub.map((part) => (
          <HubPart key={part.part} {...part} at={now.checkedAt} />
        ))}
      </ul>
      <Coming vendors={comingVendors(now)} />
    </>
  );
}
