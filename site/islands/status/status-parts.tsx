import { statusListWords as lists } from "#server/features/status/status-lists.values.ts";
import { sayPart, sayProgress, sayState } from "#server/features/status/status-sentences.values.ts";
import { type Vendor } from "#server/features/status/vendors.values.ts";
import type { HubStatus, Incident } from "#server/features/status/status.schema.ts";
import { Icon } from "../icon.tsx";
import { DaysOf } from "./status-days.tsx";
import { locale, sayDay, sayTime } from "../when.ts";

/** What vendors say is in a language that nobody knows beforehand; why one cannot be seen is told in the page's. */
export function VendorRow({ id, name, page, vendor, days }: Vendor) {
  const { mark, tone, word, says } = sayState(vendor);
  const unknown = vendor.state === "unknown";
  const seen =
    vendor.seenAt && lists.at(unknown ? lists.lastSeen : lists.seen, sayDay(vendor.seenAt), sayTime(vendor.seenAt));
  return (
    <li class={`svc ${tone}`} id={id}>
      <div class="svc-h">
        <Icon name={mark} class="mark" />
        <h3>{name}</h3>
        <p>
          <b class="state-word">{word}</b>{" "}
          {!unknown && (
            <span lang="" dir="auto">
              {says}
            </span>
          )}
        </p>
      </div>
      {days && <DaysOf days={days} />}
      <p class="small svc-s">
        {unknown && says} {seen} {page && <a href={page}>{lists.sStatusPage(name)}</a>}
      </p>
    </li>
  );
}

export function Incidents({ incidents }: { incidents: (Incident & { name: string })[] }) {
  return (
    <>
      <h2 id="log">{lists.whatIsHappening}</h2>
      <ol class="log plain" role="list">
        {incidents.map(({ name, ...incident }) => (
          <li key={`${name} ${incident.id}`} data-state="current">
            {incident.startedAt && <time dateTime={incident.startedAt}>{sayShortDay(incident.startedAt)}</time>}
            <div>
              <h3>
                {name}:{" "}
                <span lang="" dir="auto">
                  {incident.title}
                </span>
              </h3>
              <p>
                <b>{sayProgress(incident)}</b>{" "}
                <span lang="" dir="auto">
                  {incident.update}
                </span>{" "}
                {incident.url && <a href={incident.url}>{lists.readItAt(name)}</a>}
              </p>
            </div>
          </li>
        ))}
      </ol>
    </>
  );
}

const sayShortDay = (iso: string): string =>
  new Date(iso).toLocaleDateString(locale, { day: "numeric", month: "short" });

export function HubPart({ at, ...part }: HubStatus["hub"][number] & { at: string }) {
  const { mark, tone, word, says } = sayPart(part);
  return (
    <li class={`fact ${tone}`}>
      <Icon name={mark} class="mark" />
      <span>
        <b class="state-word">{word}</b> {says}
      </span>
      <time dateTime={at}>{sayTime(at)}</time>
    </li>
  );
}

export function Coming({ vendors }: { vendors: Vendor[] }) {
  if (vendors.length === 0) return null;
  return (
    <>
      <h2 id="soon">{lists.comingSoon}</h2>
      <ul class="soonlist plain">
        {vendors.map(({ id, name }) => (
          <li key={id}>
            <b>{name}</b>
            <span class="small">{lists.notOpenYet}</span>
          </li>
        ))}
      </ul>
    </>
  );
}
