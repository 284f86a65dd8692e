import { effect, signal } from "@preact/signals";
import { CHANGES_MAX } from "#server/features/desk/cases.values.ts";
import type { CaseSummary } from "#server/features/desk/desk.schema.ts";
import { inbox } from "./cases.ts";
import { findShown } from "./own-changes.ts";
import { place } from "./place.ts";

/** Cases that somebody has chosen to change together, as they were last seen. */
export const chosen = signal<ReadonlyMap<string, CaseSummary>>(new Map());
/** Where a range begins. */
let lastId: string | null = null;

/** In or out; with `range`, all between the one before and this one go the same way. */
export function choose(entry: CaseSummary, shown: CaseSummary[], range = false): void {
  const next = new Map(chosen.value);
  const add = !next.has(entry.id);
  const from = shown.findIndex(({ id }) => id === lastId);
  const to = shown.findIndex(({ id }) => id === entry.id);
  const meant = range && from >= 0 && to >= 0 ? shown.slice(Math.min(from, to), Math.max(from, to) + 1) : [entry];
  for (const each of meant) {
    if (!add && !(range && each.id === lastId)) next.delete(each.id);
    else if (next.size < CHANGES_MAX) next.set(each.id, each);
  }
  lastId = entry.id;
  chosen.value = next;
}

export const chooseAll = (entries: CaseSummary[]): void => {
  chosen.value = new Map(entries.slice(0, CHANGES_MAX).map((entry) => [entry.id, entry]));
};
export const chooseNone = (): void => {
  lastId = null;
  chosen.value = new Map();
};

/** What a change is meant for: what is chosen, else the case that is open. */
export function meantCases(): CaseSummary[] {
  if (chosen.value.size > 0) return [...chosen.value.values()];
  // one that was opened a moment ago is known by its row
  const open = findShown(place.value.caseId ?? "");
  return open ? [open] : [];
}

/** Keeps what is chosen as it is now, and forgets it where another list is shown. */
export function watchChosen(): () => void {
  let listed = "";
  return effect(() => {
    const { caseId: _open, ...list } = place.value;
    const rows = inbox.state.value.value?.items ?? [];
    const held = chosen.peek();
    if (JSON.stringify(list) !== listed) {
      listed = JSON.stringify(list);
      if (held.size > 0) chooseNone();
    } else if (rows.some(({ id }) => held.has(id))) {
      const fresh = new Map(rows.map((row) => [row.id, row]));
      chosen.value = new Map([...held].map(([id, row]) => [id, fresh.get(id) ?? row]));
    }
  });
}
