import { computed, signal } from "@preact/signals";
import { listStaff } from "./case-api.ts";
import { toQuery } from "./case-filters.ts";
import { readCase } from "./desk-api.ts";
import { listCases, listTags } from "./list-api.ts";
import { loaded } from "./loaded.ts";
import { place } from "./place.ts";
import { watch } from "./watch.ts";

/** The filters and the words that the address names. */
const caseQuery = () => toQuery(place.value, place.value.q);

export async function listCasePage(cursor?: string) {
  const { cases, next, counts } = await listCases({ ...caseQuery(), ...(cursor && { cursor }) });
  return { items: cases, next, counts };
}

export const inbox = loaded(() => listCasePage());
export const openId = computed(() => (place.value.view === "cases" ? place.value.caseId : null));
export const openCase = loaded(async () => (openId.value ? readCase(openId.value) : null));

/** Colleagues, tags and topics: what filters and changes offer. */
export const colleagues = loaded(listStaff);
export const filings = loaded(listTags);

/** Where the reply box stands: `reply` goes to the customer, `note` stays inside. */
export const writing = signal<"reply" | "note">("reply");

export async function reloadAll(): Promise<void> {
  await Promise.all([inbox.reload(), openCase.reload()]);
}

export function watchCases(): () => void {
  const filter = computed(() => (place.value.view === "cases" ? JSON.stringify(caseQuery()) : null));
  return watch({ list: inbox, filter, open: openCase, openId });
}
