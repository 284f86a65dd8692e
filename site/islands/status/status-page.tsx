import { signal } from "@preact/signals";
import { render } from "preact";
import {
  comingVendors,
  openVendors,
  sayHeadline,
  sayPart,
  sayProgress,
  sayState,
  sayUnseen,
  type Vendor,
} from "#server/features/status/status-sentences.values.ts";
import type { HubStatus, Incident } from "#server/features/status/status.schema.ts";
import { Icon } from "../icon.tsx";
import { sayDay, sayTime } from "../when.ts";
import { watchStatus } from "./watch-status.ts";

const status = signal<HubStatus | null>(null);
/** The server could not be asked when it was last tried. */
const away = signal(false);

/** Replaces what stands on `/status/` without script as soon as the states are known. */
export function startStatus(): void {
  const mount = document.querySelector<HTMLElement>("#status");
  if (!mount) return;
  let shown = false;
  watchStatus({
    seen(now) {
      status.value = now;
      away.value = false;
      if (!shown) {
        shown = true;
        mount.replaceChildren();
        render(<StatusPage />, mount);
      }
      sayAtTop(openVendors(now));
    },
    away: () => (away.value = true),
  });
}

const lede = document.querySelector(".lede")?.textContent ?? "";

/** The page's title is the state itself. */
function sayAtTop(vendors: Vendor[]): void {
  document.querySelector("h1")?.replaceChildren(sayHeadline(vendors));
  document.querySelector(".lede")?.replaceChildren([sayUnseen(vendors), lede].filter(Boolean).join(" "));
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
          {away.value
            ? `The hub does not answer. Last seen at ${sayTime(now.checkedAt)}`
            : `Checked at ${sayTime(now.checkedAt)}, and again while you look`}
        </span>
      </p>
      <p class="sr" role="status">
        {sayHeadline(openVendors(now))}
      </p>
      <h2 id="crms">CRMs</h2>
      <ul class="svcs plain">
        {openVendors(now).map((vendor) => (
          <VendorRow key={vendor.id} {...vendor} />
        ))}
      </ul>
      {incidents.length > 0 && <Incidents incidents={incidents} />}
      <h2 id="own">This hub</h2>
      <ul class="facts plain">
        {now.hub.map((part) => (
          <HubPart key={part.part} {...part} at={now.checkedAt} />
        ))}
      </ul>
      <Coming vendors={comingVendors(now)} />
    </>
  );
}

function VendorRow({ name, page, vendor }: Vendor) {
  const { mark, tone, word, says } = sayState(vendor);
  const seen = vendor.seenAt && `Seen ${sayDay(vendor.seenAt)} at ${sayTime(vendor.seenAt)}.`;
  return (
    <li class={`svc ${tone}`}>
      <div class="svc-h">
        <Icon name={mark} class="mark" />
        <h3>{name}</h3>
        <p>
          <b class="state-word">{word}</b> {vendor.state !== "unknown" && says}
        </p>
      </div>
      <p class="small svc-s">
        {vendor.state === "unknown" && says} {seen} {page && <a href={page}>{name}’s status page</a>}
      </p>
    </li>
  );
}

function Incidents({ incidents }: { incidents: (Incident & { name: string })[] }) {
  return (
    <>
      <h2 id="log">What is happening</h2>
      <ol class="log plain" role="list">
        {incidents.map(({ name, ...incident }) => (
          <li key={`${name} ${incident.id}`} data-state="current">
            {incident.startedAt && <time dateTime={incident.startedAt}>{sayShortDay(incident.startedAt)}</time>}
            <div>
              <h3>
                {name}: {incident.title}
              </h3>
              <p>
                <b>{sayProgress(incident)}</b> {incident.update}{" "}
                {incident.url && <a href={incident.url}>Read it at {name}</a>}
              </p>
            </div>
          </li>
        ))}
      </ol>
    </>
  );
}

const sayShortDay = (iso: string): string =>
  new Date(iso).toLocaleDateString("en-GB", { day: "numeric", month: "short" });

function HubPart({ at, ...part }: HubStatus["hub"][number] & { at: string }) {
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

function Coming({ vendors }: { vendors: Vendor[] }) {
  if (vendors.length === 0) return null;
  return (
    <>
      <h2 id="soon">Coming soon</h2>
      <ul class="soonlist plain">
        {vendors.map(({ id, name }) => (
          <li key={id}>
            <b>{name}</b>
            <span class="small">Not open yet</span>
          </li>
        ))}
      </ul>
    </>
  );
}
