import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import type { HookDelivery, HookDeliveryDetail, HookLog } from "#server/features/webhooks/webhooks.schema.ts";
import { whileBusy } from "#site/islands/busy.ts";
import { sayWhen } from "#site/islands/when.ts";
import { toProblem } from "#site/problem.ts";
import { Notice } from "./notice.tsx";
import { OlderButton } from "./older-button.tsx";
import { TableHead } from "./table-head.tsx";
import { useAction } from "./use-action.ts";
import { useMore } from "./use-more.ts";
import { readHookDelivery, readHookLog, replayDelivery, webhooks } from "./webhooks-api.ts";

type Props = {
  id: string;
  url: string;
  on: boolean;
  /** Grows when something was sent. */
  sent: number;
};

/** An attempt is made within a moment or two. */
const SOON_MS = 1500;

/** What a webhook was sent, with what was answered. */
export function HookLogView({ id, url, on, sent }: Props) {
  const log = useSignal<HookLog | null>(null);
  const problem = useSignal<string | null>(null);
  const read = () =>
    readHookLog(id).then(
      (value) => void (log.value = value),
      (error: unknown) => void (problem.value = toProblem(error).message),
    );
  const replayed = useSignal(0);
  const replay = async (deliveryId: string): Promise<void> => {
    await replayDelivery(id, deliveryId);
    replayed.value++;
  };
  /** What stands above the log follows from it. */
  const look = () => Promise.all([read(), webhooks.reload()]);
  const tries = sent + replayed.value;
  useEffect(() => {
    void read();
    const again = tries > 0 ? setTimeout(() => void look(), SOON_MS) : undefined;
    return () => clearTimeout(again);
  }, [id, tries]);
  const { more, loadMore } = useMore<HookDelivery>(log.value, (before) => readHookLog(id, before));
  if (problem.value) return <Notice>{problem.value}</Notice>;
  if (!log.value) return <p>Asking for the log.</p>;
  return (
    <section aria-label={`Log of ${url}`}>
      <p class="small">
        <button class="text-btn" type="button" onClick={() => void look()}>
          Look again
        </button>
      </p>
      {more.items.length === 0 && <p>Nothing was sent yet.</p>}
      {more.items.length > 0 && (
        <table class="wt">
          <TableHead names={["Event", "Answer", "Tried", "Do"]} />
          <tbody>
            {more.items.map((item) => (
              <Delivery key={item.id} hookId={id} item={item} on={on} replay={replay} />
            ))}
          </tbody>
        </table>
      )}
      <OlderButton next={more.next} load={loadMore} />
    </section>
  );
}

type DeliveryProps = { hookId: string; item: HookDelivery; on: boolean; replay: (id: string) => Promise<void> };

function Delivery({ hookId, item, on, replay }: DeliveryProps) {
  const { busy, problem, run } = useAction();
  const detail = useSignal<HookDeliveryDetail | null>(null);
  const { id, type, state, attempts, createdAt, nextAt } = item;
  const look = async () => void (detail.value = detail.value ? null : await readHookDelivery(hookId, id));
  return (
    <>
      <tr>
        <th scope="row">
          <button
            class="text-btn"
            type="button"
            aria-expanded={detail.value !== null}
            {...whileBusy(busy.value)}
            onClick={() => void run(look)}
          >
            {type}
          </button>
          <span class="small about">
            <time dateTime={createdAt}>{sayWhen(createdAt)}</time>
          </span>
        </th>
        <td data-name="Answer">
          {sayAnswer(item)}
          {on && nextAt && attempts > 0 && <span class="small about">next {sayWhen(nextAt)}</span>}
        </td>
        <td data-unit={attempts === 1 ? "try" : "tries"}>{attempts}</td>
        <td>
          {state !== "waiting" && (
            <button
              class="text-btn"
              type="button"
              aria-label={`Send ${type} of ${sayWhen(createdAt)} again`}
              {...whileBusy(busy.value)}
              onClick={() => void run(() => replay(id))}
            >
              Send again
            </button>
          )}
          {problem.value && <Notice>{problem.value}</Notice>}
        </td>
      </tr>
      {detail.value && <Detail of={detail.value} />}
    </>
  );
}

const isRedirect = (status: number): boolean => status >= 300 && status < 400;
const NOT_FOLLOWED = ", a redirect, which is not followed: edit the address";

function sayAnswer({ last, state }: HookDelivery): string {
  if (!last) return state === "waiting" ? "waits to be sent" : "none";
  const what =
    last.status === null
      ? (last.said ?? "no answer")
      : `${last.status}${isRedirect(last.status) ? NOT_FOLLOWED : ""}${last.said ? `, “${last.said}”` : ""}`;
  return `${what} (${last.ms} ms)`;
}

const Detail = ({ of: { body, attempts } }: { of: HookDeliveryDetail }) => (
  <tr>
    <td colSpan={4}>
      <pre class="hook-body" tabIndex={0} aria-label="What was sent">
        {JSON.stringify(body, null, 2)}
      </pre>
      <ul class="plain small">
        {attempts.map(({ at, status, ms }) => (
          <li key={at}>
            {sayWhen(at)}: {status ?? "no answer"} ({ms} ms)
          </li>
        ))}
      </ul>
    </td>
  </tr>
);
