import { computed, effect } from "@preact/signals";
import { loaded } from "./loaded.ts";
import { OPEN_ROW, place, type RowsView } from "./place.ts";
import type { Page } from "./use-more.ts";
import { watch } from "./watch.ts";

type Rows<Query, Listed, Row> = {
  view: RowsView;
  /** The filters and the words that the address names. */
  query: () => Query;
  /** A page of the list; `after` is the `next` of the page before. */
  readPage: (query: Query, after?: string) => Promise<Listed>;
  readRow: (id: string) => Promise<Row>;
};

/** A list as the address filters it, and the row of it that the address opens. */
export function rowsOf<Query, Listed extends Page<{ id: string }>, Row>(rows: Rows<Query, Listed, Row>) {
  const { view, query, readPage, readRow } = rows;
  const listed = { of: "", pages: 1 };
  /** Every page that somebody has asked for: a refresh takes nobody's place away. */
  async function readList(): Promise<Listed> {
    const asked = query();
    const of = JSON.stringify(asked);
    if (of !== listed.of) Object.assign(listed, { of, pages: 1 });
    const read = await readPage(asked);
    for (let page = 1; page < listed.pages && read.next; page++) {
      const { items, next } = await readPage(asked, read.next);
      read.items.push(...items);
      read.next = next;
    }
    return read;
  }
  const list = loaded(readList);
  const showMore = (): Promise<void> => {
    listed.pages += 1;
    return list.reload();
  };
  const openId = computed(() => (place.value.view === view ? place.value[OPEN_ROW[view]] : null));
  const open = loaded(async () => (openId.value ? readRow(openId.value) : null));
  const ids = computed(() => list.state.value.value?.items.map(({ id }) => id) ?? []);

  function watchRows(): () => void {
    const filter = computed(() => (place.value.view === view ? JSON.stringify(query()) : null));
    return watch({ list, filter, open, openId });
  }

  /** After something was done: the list and the open row as they are now. */
  async function reload(): Promise<void> {
    await Promise.all([list.reload(), open.reload()]);
  }
  return { list, showMore, open, openId, beside: besideOf(openId, ids), reload, watch: watchRows };
}

type Ids = { readonly value: string[] };

/** Finds the row after or before the open one, as they stood when it was opened: once answered it moves, or leaves. The first where none is. */
function besideOf(openId: { readonly value: string | null }, ids: Ids): (by: 1 | -1) => string | undefined {
  let stood: { of: string | null; ids: string[] } = { of: null, ids: [] };
  effect(() => {
    const of = openId.value;
    if (of !== stood.of) stood = of && ids.value.includes(of) ? { of, ids: ids.value } : { of: null, ids: [] };
  });
  return (by) => {
    const at = stood.ids.indexOf(openId.value ?? "");
    const ahead = at < 0 ? [] : by > 0 ? stood.ids.slice(at + 1) : stood.ids.slice(0, at).toReversed();
    const now = ids.value.indexOf(openId.value ?? "");
    return ahead.find((id) => ids.value.includes(id)) ?? ids.value[now < 0 ? 0 : now + by];
  };
}
