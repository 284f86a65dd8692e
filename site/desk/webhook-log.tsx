import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import type { HookDelivery, HookDeliveryDetail, HookLog } from "#server/features/webhooks/webhooks.schema.ts";
import { sayWhen } from "#site/islands/when.ts";
import { toProblem } from "#site/problem.ts";
import { Notice } from "./notice.tsx";
import { OlderButton } from "./older-button.tsx";
import { TableHead } from "./table-head.tsx";
import { useAction } from "./use-action.ts";
import { useMore } from "./use-more.ts";
import { readHookDelivery, readHookLog, replayDelivery } from "./webhooks-api.ts";

type Props = {
  id: string;
  url: string;
  /** Grows when something was sent. */
  sent: number;
};

/** An attempt is made within a moment or two. */
const SOON_MS = 1500;

/** What a webhook was sent, with what was answered. */
export function HookLogView({ id, url, sent }: Props) {
  const log = useSignal<HookLog | null>(null);
  const problem = useSignal<string | null>(null);
  const read = () =>
    readHookLog(id).then(
      (value) => void (log.value = value),
      (error: unknown) => void (problem.value = toProblem(error).message),
    );
  useEffect(() => {
    void read();
    const again = sent > 0 ? setTimeout(() => void read(), SOON_MS) : undefined;
    return () => clearTimeout(again);
  }, [id, sent]);
  const { more, loadMore } = useMore<HookDelivery>(log.value, (before) => readHookLog(id, before));
  if (problem.value) return <Notice>{problem.value}</Notice>;
  if (!log.value) return <p>Asking for the log.</p>;
  return (
    <section aria-label={`Log of ${url}`}>
      <p class="small">
        <button class="text-btn" type="button" onClick={() => void read()}>
          Look again
        </button>
      </p>
      {more.items.length === 0 && <p>Nothing was sent yet.</p>}
      {more.items.length > 0 && (
        <table class="wt">
          <TableHead names={["Event", "Answer", "Tried", "Do"]} />
          <tbody>
            {more.items.map((item) => (
              <Delivery key={item.id} hookId={id} item={item} reload={read} />
            ))}
          </tbody>
        </table>
      )}
      <OlderButton next={more.next} load={loadMore} />
    </section>
  );
}

type DeliveryProps = { hookId: string; item: HookDelivery; reload: () => Promise<void> };

function Delivery({ hookId, item, reload }: DeliveryProps) {
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
            disabled={busy.value}
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
          {nextAt && attempts > 0 && <span class="small about">next {sayWhen(nextAt)}</span>}
        </td>
        <td data-unit={attempts === 1 ? "try" : "tries"}>{attempts}</td>
        <td>
          {state !== "waiting" && (
            <button
              class="text-btn"
              type="button"
              aria-label={`Send ${type} of ${sayWhen(createdAt)} again`}
              disabled={busy.value}
              onClick={() => void run(() => replayDelivery(hookId, id).then(reload))}
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

function sayAnswer({ last, state }: HookDelivery): string {
  if (!last) return state === "waiting" ? "waits to be sent" : "none";
  const what =
    last.status === null ? (last.said ?? "no answer") : `${last.status}${last.said ? `, “${last.said}”` : ""}`;
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
