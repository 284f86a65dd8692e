import { computed, effect, signal, untracked } from "@preact/signals";
import { listCases, readCase } from "./desk-api.ts";
import { loaded } from "./loaded.ts";
import { place } from "./place.ts";
import { staff } from "./session.ts";

const REFRESH_MS = 30_000;

export const inbox = loaded(() => {
  const { state, q } = place.value;
  return listCases({ ...(state && { state }), ...(q && { q }) });
});
const openId = computed(() => place.value.caseId);
export const openCase = loaded(async () => (openId.value ? readCase(openId.value) : null));

/** Where the reply box stands: `reply` goes to the customer, `note` stays inside. */
export const writing = signal<"reply" | "note">("reply");

export async function reloadAll(): Promise<void> {
  await Promise.all([inbox.reload(), openCase.reload()]);
}

/** Reads what the address names, again whenever it changes, and every half minute while somebody looks. */
export function watchCases(): () => void {
  const filter = computed(() => `${place.value.state} ${place.value.q}`);
  const stops = [
    effect(() => {
      if (staff.value && filter.value) untracked(() => void inbox.reload());
    }),
    effect(() => {
      if (staff.value && openId.value) {
        untracked(() => void openCase.reload());
      }
    }),
  ];
  const timer = setInterval(() => {
    if (staff.value && document.visibilityState === "visible") void reloadAll();
  }, REFRESH_MS);
  return () => {
    clearInterval(timer);
    for (const stop of stops) stop();
  };
}
