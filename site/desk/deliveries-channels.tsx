import type { Signal } from "@preact/signals";
import type { DeliveryChannel } from "#server/features/desk/deliveries.schema.ts";
import { whileBusy } from "#site/islands/busy.ts";
import { Icon } from "#site/islands/icon.tsx";
import { deliveryList, sendAllAgain } from "./deliveries-state.ts";
import { Notice } from "./notice.tsx";
import { follow, hrefOf, type Place } from "./place.ts";
import { TableHead } from "./table-head.tsx";
import { useAction } from "./use-action.ts";

/** Every channel: whether support hears of cases there, and what has not arrived. */
export const DeliveryChannels = ({ channels, says }: { channels: DeliveryChannel[]; says: Signal<string> }) => (
  <table class="wt">
    <TableHead names={["Channel", "New cases", "Waiting", "Given up"]} does />
    <tbody>
      {channels.map((channel) => (
        <ChannelRow key={channel.kind} channel={channel} says={says} />
      ))}
    </tbody>
  </table>
);

function ChannelRow({ channel, says }: { channel: DeliveryChannel; says: Signal<string> }) {
  const { busy, problem, run } = useAction();
  const { kind, title, waiting, dead } = channel;
  const again = async (): Promise<void> => {
    const count = await sendAllAgain(kind);
    says.value = `${count} by ${title} ${count === 1 ? "waits" : "wait"} to be sent again.`;
    await deliveryList.reload();
  };
  return (
    <tr>
      <th scope="row">{title}</th>
      <td class="evd">{sayState(channel)}</td>
      <td data-unit="waiting">
        <Count count={waiting} to={{ delivery: "waiting", channel: kind }} />
      </td>
      <td data-unit="given up">
        <Count count={dead} to={{ delivery: null, channel: kind }} />
      </td>
      <td>
        {dead > 0 && (
          <button class="btn sm" type="button" {...whileBusy(busy.value || !channel.set)} onClick={() => run(again)}>
            Send all again<span class="sr"> by {title}</span>
          </button>
        )}
        {problem.value && <Notice>{problem.value}</Notice>}
      </td>
    </tr>
  );
}

const Count = ({ count, to }: { count: number; to: Partial<Place> }) =>
  count === 0 ? (
    <>0</>
  ) : (
    <a href={hrefOf(to)} onClick={(event) => follow(event, to)}>
      {count}
    </a>
  );

function sayState({ state, set, settings, kind, waiting, dead }: DeliveryChannel) {
  if (state === "unset")
    return (
      <span class="is-failed">
        <Icon name="m-failed" class="mark" /> <b class="state-word">Not told.</b> hub.yaml names it, and {settings} must
        be set.
      </span>
    );
  if (state === "on" && waiting + dead > 0)
    return (
      <span class="is-warning">
        <Icon name="m-warning" class="mark" /> <b class="state-word">Told,</b> but not all has arrived
      </span>
    );
  if (state === "on")
    return (
      <span class="is-ok">
        <Icon name="m-ok" class="mark" /> <b class="state-word">Told</b>
      </span>
    );
  if (!set) return `Off. ${settings} ${settings.includes(" and ") ? "turn" : "turns"} it on.`;
  return kind === "email"
    ? "Not told: hub.yaml leaves it out. Customers get mail all the same."
    : "Not told: hub.yaml leaves it out.";
}
