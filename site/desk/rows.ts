import { computed } from "@preact/signals";
import { loaded } from "./loaded.ts";
import { OPEN_ROW, place, type RowsView } from "./place.ts";
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
export function rowsOf<Query, Listed, Row>({ view, query, readPage, readRow }: Rows<Query, Listed, Row>) {
  const listPage = (after?: string) => readPage(query(), after);
  const list = loaded(() => listPage());
  const openId = computed(() => (place.value.view === view ? place.value[OPEN_ROW[view]] : null));
  const open = loaded(async () => (openId.value ? readRow(openId.value) : null));

  function watchRows(): () => void {
    const filter = computed(() => (place.value.view === view ? JSON.stringify(query()) : null));
    return watch({ list, filter, open, openId });
  }

  /** After something was done: the list and the open row as they are now. */
  async function reload(): Promise<void> {
    await Promise.all([list.reload(), open.reload()]);
  }
  return { list, listPage, open, openId, reload, watch: watchRows };
}
