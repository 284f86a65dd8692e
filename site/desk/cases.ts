import { computed, signal } from "@preact/signals";
import type { CaseList } from "#server/features/desk/desk.schema.ts";
import { listCases, readCase } from "./desk-api.ts";
import { loaded } from "./loaded.ts";
import { place } from "./place.ts";
import { watch } from "./watch.ts";

/** The filter and the words that the address names. */
function caseQuery() {
  const { state, q } = place.value;
  return { ...(state && { state }), ...(q && { q }) };
}

export async function listCasePage(cursor?: string) {
  const { cases, next, counts }: CaseList = await listCases({ ...caseQuery(), ...(cursor && { cursor }) });
  return { items: cases, next, counts };
}

export const inbox = loaded(() => listCasePage());
const openId = computed(() => (place.value.view === "cases" ? place.value.caseId : null));
export const openCase = loaded(async () => (openId.value ? readCase(openId.value) : null));

/** Where the reply box stands: `reply` goes to the customer, `note` stays inside. */
export const writing = signal<"reply" | "note">("reply");

export async function reloadAll(): Promise<void> {
  await Promise.all([inbox.reload(), openCase.reload()]);
}

export function watchCases(): () => void {
  const filter = computed(() => (place.value.view === "cases" ? JSON.stringify(caseQuery()) : null));
  return watch({ list: inbox, filter, open: openCase, openId });
}
