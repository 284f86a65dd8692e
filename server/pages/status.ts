import { Hono } from "hono";
import { compress } from "hono/compress";
import { html } from "hono/html";
import { speech } from "#content/words.ts";
import type { Hub } from "#content/schema.ts";
import type { Clock } from "#server/core/clock.ts";
import { sayDay, sayMoment } from "#server/core/local-time.ts";
import { localTime } from "#server/core/zone-time.ts";
import type { HubStatus, Incident } from "#server/features/status/status.schema.ts";
import {
  sayBeside,
  sayHeadline,
  sayPart,
  sayProgress,
  sayState,
} from "#server/features/status/status-sentences.values.ts";
import { comingVendors, openVendors, type Vendor } from "#server/features/status/vendors.values.ts";
import { daysKey, daysOf } from "./status-days.ts";
import { sendBuiltPage } from "./built-page.ts";
import type { Html, PageEnv } from "./shell.ts";
import { statusListWords as lists } from "#server/features/status/status-lists.values.ts";
import { statusPageWords as t } from "./status-page.words.ts";

export type StatusPagesDeps = {
  hub: Pick<Hub, "support" | "integrations">;
  clock: Clock;
  readStatus: () => Promise<HubStatus>;
};

/** Readers' own time is not known here: times are the support team's, and say so. */
type Told = { timeZone: string; now: Date };

/** `/status/` as it is now; with script the page replaces it, and goes on telling. A hub that connects nothing has none. */
export function statusPages({ hub, clock, readStatus }: StatusPagesDeps): Hono<PageEnv> {
  const pages = new Hono<PageEnv>();
  if (hub.integrations.length === 0) return pages;
  return pages.get("/status/", compress(), async (c) => {
    const status = await readStatus();
    const vendors = openVendors(status);
    const { locale } = speech();
    const told = { timeZone: hub.support.timeZone, now: clock.now() };
    return sendBuiltPage(c, "/status/index.html", {
      headline: html`${sayHeadline(vendors, locale)}`,
      beside: html`${sayBeside(vendors, locale)}`,
      status: statusView(status, told),
    });
  });
}

function statusView(status: HubStatus, told: Told): Html {
  const incidents = openVendors(status).flatMap(({ name, vendor }) =>
    vendor.incidents.map((incident) => ({ ...incident, name })),
  );
  return html`<p class="small">
      ${t.checked(sayMoment(new Date(status.checkedAt), told.now, told.timeZone))}<noscript
        >${t.loadThePageAgain}</noscript
      >
    </p>
    <h2 id="crms">${lists.crms}</h2>
    <ul class="svcs plain">
      ${openVendors(status).map((vendor) => vendorRow(vendor, told))}
    </ul>
    ${daysKey()} ${incidents.length > 0 ? incidentList(incidents, told) : ""}
    <h2 id="own">${lists.thisHub}</h2>
    <ul class="facts plain">
      ${status.hub.map((part) => partRow(part, status.checkedAt, told))}
    </ul>
    ${comingList(comingVendors(status))}`;
}

function vendorRow({ id, name, page, vendor, days }: Vendor, { timeZone, now }: Told): Html {
  const { mark, tone, word, says } = sayState(vendor);
  const unknown = vendor.state === "unknown";
  const seen = vendor.seenAt ? new Date(vendor.seenAt) : null;
  return html`<li class="svc ${tone}" id="${id}">
    <div class="svc-h">
      ${icon(mark)}
      <h3>${name}</h3>
      <p><b class="state-word">${word}</b> ${unknown ? "" : html`<span lang="" dir="auto">${says}</span>`}</p>
    </div>
    ${days ? daysOf(days) : ""}
    <p class="small svc-s">
      ${unknown ? says : ""}
      ${seen ? lists.at(unknown ? lists.lastSeen : lists.seen, sayDay(seen, now, timeZone), localTime(seen, timeZone)) : ""}
      ${page ? html`<a href="${page}">${lists.sStatusPage(name)}</a>` : ""}
    </p>
  </li>`;
}

const incidentList = (incidents: (Incident & { name: string })[], { timeZone }: Told): Html =>
  html`<h2 id="log">${lists.whatIsHappening}</h2>
    <ol class="log plain" role="list">
      ${incidents.map(
        (incident) =>
          html`<li data-state="current">
            ${incident.startedAt ? shortDay(incident.startedAt, timeZone) : ""}
            <div>
              <h3>${incident.name}: <span lang="" dir="auto">${incident.title}</span></h3>
              <p>
                <b>${sayProgress(incident)}</b> <span lang="" dir="auto">${incident.update ?? ""}</span>
                ${incident.url ? html`<a href="${incident.url}">${lists.readItAt(incident.name)}</a>` : ""}
              </p>
            </div>
          </li>`,
      )}
    </ol>`;

const shortDay = (iso: string, timeZone: string): Html =>
  html`<time datetime="${iso}"
    >${new Date(iso).toLocaleDateString(speech().locale, { day: "numeric", month: "short", timeZone })}</time
  >`;

function partRow(part: HubStatus["hub"][number], checkedAt: string, { timeZone }: Told): Html {
  const { mark, tone, word, says } = sayPart(part);
  return html`<li class="fact ${tone}">
    ${icon(mark)}<span><b class="state-word">${word}</b> ${says}</span>
    <time datetime="${checkedAt}">${localTime(new Date(checkedAt), timeZone)}</time>
  </li>`;
}

const comingList = (vendors: Vendor[]): Html | "" =>
  vendors.length === 0
    ? ""
    : html`<h2 id="soon">${lists.comingSoon}</h2>
        <ul class="soonlist plain">
          ${vendors.map(({ name }) => html`<li><b>${name}</b><span class="small">${lists.notOpenYet}</span></li>`)}
        </ul>`;

/** The page has its drawings with it. */
const icon = (name: string): Html => html`<svg class="mark" aria-hidden="true"><use href="#${name}"></use></svg>`;
