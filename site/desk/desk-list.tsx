import type { ReadonlySignal } from "@preact/signals";
import { Fragment, type ComponentChildren } from "preact";
import { hearWork, whileBusy } from "#site/islands/busy.ts";
import { showLegend } from "./legend.tsx";
import type { Loaded } from "./loaded.ts";
import { NotLoaded } from "./not-loaded.tsx";
import { follow, hrefOf, type Place } from "./place.ts";
import type { Page } from "./use-more.ts";

export type Filter = { label: string; to: Partial<Place>; here: boolean; count?: number | undefined };

type Props<Item> = {
  title: string;
  /** One row of links each: what it narrows by, and to what. */
  filters: { by: string; links: Filter[] }[];
  /** Beside the title: what comes first. */
  order?: ComponentChildren;
  list: { state: ReadonlySignal<Loaded<Page<Item>>>; reload: () => Promise<void> };
  showMore: () => Promise<void>;
  /** What stands between the filters and the rows, for the rows in sight. */
  tools?: (shown: Item[]) => ComponentChildren;
  row: (item: Item, shown: Item[]) => ComponentChildren;
  says: { loading: string; empty: string; older: string };
  /** Keys of this list beside j, k and /. */
  keys?: Record<string, string>;
};

/** The left side of the desk: a title, filters as links, rows, and what the keys do. */
export function DeskList<Item>({ title, filters, order, list, showMore, tools, row, says, keys = {} }: Props<Item>) {
  const { value, loading } = list.state.value;
  const items = value?.items ?? [];
  return (
    <section class="inbox" aria-labelledby="list-h">
      <header>
        <div class="list-h">
          <h2 id="list-h">{title}</h2>
          {order}
        </div>
        {filters.map(({ by, links }) => (
          <nav key={by} aria-label={by}>
            {links.map((filter) => (
              <FilterLink key={filter.label} {...filter} />
            ))}
          </nav>
        ))}
      </header>
      {tools?.(items)}
      <NotLoaded of={list} />
      {!value && loading && <p class="inbox-says">{says.loading}</p>}
      {value && items.length === 0 && <p class="inbox-says">{says.empty}</p>}
      <ul class="plain">{items.map((item) => row(item, items))}</ul>
      {value?.next && (
        <p class="inbox-says">
          <button class="btn sm" type="button" {...whileBusy(loading)} onClick={() => void hearWork(showMore())}>
            {says.older}
          </button>
        </p>
      )}
      <p class="keys small" aria-hidden="true">
        <span>
          <kbd>j</kbd> <kbd>k</kbd> move
        </span>{" "}
        {Object.entries({ ...keys, "/": "search" }).map(([key, does]) => (
          <Fragment key={key}>
            <span>
              <kbd>{key}</kbd> {does}
            </span>{" "}
          </Fragment>
        ))}
      </p>
      <p class="keys-all small">
        <button class="text-btn" type="button" onClick={showLegend}>
          All keys
        </button>{" "}
        <kbd aria-hidden="true">?</kbd>
      </p>
    </section>
  );
}

export const FilterLink = ({ label, to, here, count }: Filter) => (
  <a href={hrefOf(to)} aria-current={here ? "true" : undefined} onClick={(event) => follow(event, to)}>
    {label} {count !== undefined && <span class="tn">{count}</span>}
  </a>
);

type RowProps = {
  id: string;
  to: Partial<Place>;
  here: boolean;
  /** Nobody has looked at it yet. */
  fresh?: boolean;
  title: string;
  at: ComponentChildren;
  /** Before the row: where it can be chosen. */
  pick?: ComponentChildren;
  children: ComponentChildren;
};

/** A row: its title and when, and a second line of whatever else there is. j and k find it by `data-row`. */
export const DeskRow = ({ id, to, here, fresh, title, at, pick, children }: RowProps) => (
  <li class={pick ? "row-pick" : undefined}>
    {pick}
    <a
      class={`case-row ${fresh ? "new" : ""}`}
      href={hrefOf(to)}
      aria-current={here ? "true" : undefined}
      data-row={id}
      onClick={(event) => follow(event, to)}
    >
      <span class="cr-1">
        <span class="cr-s">
          <bdi>{title}</bdi>
        </span>
        {at}
      </span>
      <span class="cr-2">{children}</span>
    </a>
  </li>
);
