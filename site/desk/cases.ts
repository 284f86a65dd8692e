import { signal } from "@preact/signals";
import { listStaff } from "./case-api.ts";
import { toQuery } from "./case-filters.ts";
import { readCase } from "./desk-api.ts";
import { listCases, listTags } from "./list-api.ts";
import { loaded } from "./loaded.ts";
import { place } from "./place.ts";
import { rowsOf } from "./rows.ts";

export const {
  list: inbox,
  showMore: showMoreCases,
  beside: besideCase,
  open: openCase,
  openId,
  reload: reloadAll,
  watch: watchCases,
} = rowsOf({
  view: "cases",
  query: () => toQuery(place.value, place.value.q),
  readPage: async (query, cursor) => {
    const { cases, next, counts } = await listCases({ ...query, ...(cursor && { cursor }) });
    return { items: cases, next, counts };
  },
  readRow: readCase,
});

/** Colleagues, tags and topics: what filters and changes offer. */
export const colleagues = loaded(listStaff);
export const filings = loaded(listTags);

/** Where the reply box stands: `reply` goes to the customer, `note` stays inside. */
export const writing = signal<"reply" | "note">("reply");
