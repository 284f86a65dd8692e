import { useSignal } from "@preact/signals";
import { DeliveryChannels } from "./deliveries-channels.tsx";
import { DeliveryRows } from "./deliveries-rows.tsx";
import { deliveryList, listDeliveryPage } from "./deliveries-state.ts";
import { NotLoaded } from "./not-loaded.tsx";
import { OlderButton } from "./older-button.tsx";
import { BEGINNING, follow, hrefOf, place, type DeliveryState, type Place } from "./place.ts";
import { staff } from "./session.ts";
import { useMore } from "./use-more.ts";
import { mayOpen } from "./views.ts";

/** What the hub has to deliver and could not yet: by channel, with what the other side said. */
export function Deliveries() {
  const { value, loading } = deliveryList.state.value;
  const { more, loadMore } = useMore(value, listDeliveryPage);
  const says = useSignal("");
  const { delivery: state, channel } = place.value;
  const titles = new Map(value?.channels.map(({ kind, title }) => [kind, title]));
  return (
    <section class="weak deliveries">
      <h1>Deliveries</h1>
      <p class="lede">
        Mails and messages that have not arrived. A case is here at the desk in any event. <WebhookLogs />
      </p>
      <NotLoaded of={deliveryList} />
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
          {more.items.length > 0 && <DeliveryRows items={more.items} titles={titles} waits={state === "waiting"} />}
          <OlderButton label="Show more" next={more.next} load={loadMore} />
        </section>
      )}
    </section>
  );
}

/** What webhooks post is listed elsewhere; where, is a link for whoever may go there. */
function WebhookLogs() {
  const to = { ...BEGINNING, view: "api" } as const;
  if (!staff.value || !mayOpen(staff.value.role, "api"))
    return <>Webhooks have logs of their own, which an admin finds under API.</>;
  return (
    <>
      Webhooks have logs of their own,{" "}
      <a href={hrefOf(to)} onClick={(event) => follow(event, to)}>
        under API
      </a>
      .
    </>
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
