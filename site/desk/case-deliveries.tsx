import { useSignal } from "@preact/signals";
import type { Delivery } from "#server/features/desk/desk.schema.ts";
import { Icon } from "#site/islands/icon.tsx";
import { sayWhen } from "#site/islands/when.ts";
import { toProblem } from "#site/problem.ts";
import { openCase } from "./cases.ts";
import { sendAgain } from "./desk-api.ts";
import { Notice } from "./notice.tsx";
import { sayCount } from "./report-words.ts";

/** Of many, those that are looked at: the newest, and whatever has not arrived. */
const NEWEST = 5;

/** What the hub sent about a case, the oldest first. */
export function Deliveries({ deliveries }: { deliveries: Delivery[] }) {
  const arrived = deliveries.slice(0, -NEWEST).filter(({ state }) => state === "sent");
  const shown = arrived.length > 1 ? deliveries.filter((each) => !arrived.includes(each)) : deliveries;
  return (
    <>
      {shown.length < deliveries.length && (
        <details class="older">
          <summary>{arrived.length} older, all sent</summary>
          <Lines deliveries={arrived} />
        </details>
      )}
      <Lines deliveries={shown} />
    </>
  );
}

const Lines = ({ deliveries }: { deliveries: Delivery[] }) => (
  <ul class="plain">
    {deliveries.map((delivery) => (
      <DeliveryLine key={delivery.id} delivery={delivery} />
    ))}
  </ul>
);

const MARKS = { sent: "ok", waiting: "unknown", dead: "failed" } as const;
const WORDS = { sent: "sent", waiting: "waiting", dead: "given up" };

function DeliveryLine({ delivery }: { delivery: Delivery }) {
  const problem = useSignal<string | null>(null);
  const retry = () =>
    sendAgain(delivery.id)
      .then(openCase.reload)
      .catch((error: unknown) => (problem.value = toProblem(error).message));
  return (
    <li class={`is-${MARKS[delivery.state]}`}>
      <Icon name={`m-${MARKS[delivery.state]}`} class="mark" /> {delivery.kind}
      {delivery.to && ` to ${delivery.to}`}: {WORDS[delivery.state]}
      {delivery.state !== "sent" && delivery.attempts > 0 && `, tried ${sayCount(delivery.attempts, "time", "times")}`}
      {delivery.state === "waiting" && delivery.nextAt && `, next at ${sayWhen(delivery.nextAt)}`}
      {delivery.lastError && delivery.state !== "sent" && <span class="small"> {delivery.lastError} </span>}
      {delivery.state === "dead" && (
        <button class="text-btn" type="button" onClick={() => void retry()}>
          Send again
        </button>
      )}
      {problem.value && <Notice>{problem.value}</Notice>}
    </li>
  );
}
