import { effect, untracked, type ReadonlySignal } from "@preact/signals";
import { staff } from "./session.ts";

const REFRESH_MS = 30_000;

type Watched = {
  list: { reload: () => Promise<void> };
  /** Changes when another list is meant; null while nobody looks at it. */
  filter: ReadonlySignal<string | null>;
  open: { reload: () => Promise<void> };
  openId: ReadonlySignal<string | null>;
};

/** Reads what the address names: again whenever it changes, every half minute while somebody looks, and once back online. */
export function watch({ list, filter, open, openId }: Watched): () => void {
  const refresh = () => {
    if (!staff.value || filter.value === null || document.visibilityState !== "visible") return;
    void list.reload();
    if (openId.value) void open.reload();
  };
  const stops = [
    effect(() => {
      if (staff.value && filter.value !== null) untracked(() => void list.reload());
    }),
    effect(() => {
      if (staff.value && openId.value) untracked(() => void open.reload());
    }),
  ];
  const timer = setInterval(refresh, REFRESH_MS);
  addEventListener("online", refresh);
  return () => {
    clearInterval(timer);
    removeEventListener("online", refresh);
    for (const stop of stops) stop();
  };
}
