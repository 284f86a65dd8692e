import { useSignal } from "@preact/signals";
import type { Undelivered } from "#server/features/desk/deliveries.schema.ts";
import { whileBusy } from "#site/islands/busy.ts";
import { Icon } from "#site/islands/icon.tsx";
import { sayWhen } from "#site/islands/when.ts";
import { DeliveryChannels } from "./deliveries-channels.tsx";
import { deliveryList, listDeliveryPage } from "./deliveries-state.ts";
import { sendAgain } from "./desk-api.ts";
import { Notice } from "./notice.tsx";
import { follow, hrefOf, place, type DeliveryState, type Place } from "./place.ts";
import { useAction } from "./use-action.ts";
import { useMore } from "./use-more.ts";

/** What the hub has to deliver and could not yet: by channel, with what the other side said. */
export function Deliveries() {
  const { value, problem, loading } = deliveryList.state.value;
  const { more, loadMore } = useMore(value, listDeliveryPage);
  const says = useSignal("");
  const { delivery: state, channel } = place.value;
  const titles = new Map(value?.channels.map(({ kind, title }) => [kind, title]));
  return (
    <section class="weak deliveries">
      <h1>Deliveries</h1>
      <p class="lede">
        Mails and messages that have not arrived. A case is here at the desk in any event. Webhooks that were added
        under API have their logs there.
      </p>
      {problem && <Notice>{problem.message}</Notice>}
      {!value && loading && <p>Asking for the deliveries.</p>}
      {value && <DeliveryChannels channels={value.channels} says={says} />}
      <p class="small" role="status">
        {says.value}
      </p>
      {value && (
        <section class="gap" aria-labelledby="undelivered-h">
          <h2 id="undelivered-h">
            {state === "waiting" ? "Waiting" : "Given up"}
            {channel && `: ${titles.get(channel) ?? channel}`}
          </h2>
          <Filters />
          {more.items.length === 0 && <p>{sayEmpty(state, channel ? (titles.get(channel) ?? channel) : null)}</p>}
          {more.items.length > 0 && <Rows items={more.items} titles={titles} waits={state === "waiting"} />}
          {more.next && (
            <p>
              <button class="btn sm" type="button" onClick={() => void loadMore()}>
                Show more
              </button>
            </p>
          )}
        </section>
      )}
    </section>
  );
}

function sayEmpty(state: DeliveryState | null, title: string | null): string {
  const where = title ? ` by ${title}` : "";
  return state === "waiting" ? `Nothing${where} waits. All has arrived.` : `Nothing${where} was given up.`;
}

const Filters = () => (
  <nav class="desk-by" aria-label="Filter by state">
    <FilterLink to={{ delivery: null }} here={place.value.delivery !== "waiting"} label="Given up" />
    <FilterLink to={{ delivery: "waiting" }} here={place.value.delivery === "waiting"} label="Waiting" />
    {place.value.channel && <FilterLink to={{ channel: null }} here={false} label="Every channel" />}
  </nav>
);

const FilterLink = ({ to, here, label }: { to: Partial<Place>; here: boolean; label: string }) => (
  <a href={hrefOf(to)} aria-current={here ? "true" : undefined} onClick={(event) => follow(event, to)}>
    {label}
  </a>
);

type RowsProps = { items: Undelivered[]; titles: Map<string, string>; waits: boolean };

const Rows = ({ items, titles, waits }: RowsProps) => (
  <table class="wt">
    <thead>
      <tr>
        <th scope="col">What</th>
        <th scope="col">What was said</th>
        <th scope="col">Tried</th>
        {waits && <th scope="col">Next</th>}
        <th scope="col">
          <span class="sr">Do</span>
        </th>
      </tr>
    </thead>
    <tbody>
      {items.map((item) => (
        <Row key={item.id} item={item} title={titles.get(item.kind) ?? item.kind} />
      ))}
    </tbody>
  </table>
);

function Row({ item, title }: { item: Undelivered; title: string }) {
  const { busy, problem, run } = useAction();
  const dead = item.state === "dead";
  const mark = dead ? "failed" : "unknown";
  return (
    <tr>
      <th scope="row">
        <span class={`is-${mark}`}>
          <Icon name={`m-${mark}`} class="mark" />
        </span>{" "}
        {title}
        {item.case ? <CaseLink {...item.case} /> : ", about no case"}
        <span class="small">
          {" "}
          since <time dateTime={item.createdAt}>{sayWhen(item.createdAt)}</time>
        </span>
      </th>
      <td class="evd">{item.lastError ?? "Nothing yet."}</td>
      <td data-unit={item.attempts === 1 ? "try" : "tries"}>{item.attempts}</td>
      {item.nextAt && (
        <td>
          <time dateTime={item.nextAt}>{sayWhen(item.nextAt)}</time>
        </td>
      )}
      <td>
        <button
          class="text-btn"
          type="button"
          {...whileBusy(busy.value)}
          onClick={() => run(() => sendAgain(item.id).then(deliveryList.reload))}
        >
          {dead ? "Send again" : "Try now"}
          <span class="sr">
            {" "}
            by {title} {item.case && `about ${item.case.reference}`}
          </span>
        </button>
        {problem.value && <Notice>{problem.value}</Notice>}
      </td>
    </tr>
  );
}

function CaseLink({ id, reference }: { id: string; reference: string }) {
  const to = { view: "cases", state: null, q: "", caseId: id } as const;
  return (
    <>
      ,{" "}
      <a href={hrefOf(to)} onClick={(event) => follow(event, to)}>
        {reference}
      </a>
    </>
  );
}
