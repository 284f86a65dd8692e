import type { Undelivered } from "#server/features/desk/deliveries.schema.ts";
import { whileBusy } from "#site/islands/busy.ts";
import { Icon } from "#site/islands/icon.tsx";
import { sayWhen } from "#site/islands/when.ts";
import { deliveryList } from "./deliveries-state.ts";
import { sendAgain } from "./desk-api.ts";
import { Notice } from "./notice.tsx";
import { follow, hrefOf } from "./place.ts";
import { TableHead } from "./table-head.tsx";
import { useAction } from "./use-action.ts";

type Props = { items: Undelivered[]; titles: Map<string, string>; waits: boolean };

/** What has not arrived, each with what the other side said. */
export const DeliveryRows = ({ items, titles, waits }: Props) => (
  <table class="wt">
    <TableHead names={["What", "What was said", "Tried", ...(waits ? ["Next"] : [])]} does />
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
        <td data-name="Next">
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
