import { computed, effect, signal } from "@preact/signals";
import type { CasesChanged, CaseViewers } from "#server/features/desk/cases.schema.ts";
import { inbox, openCase, openId } from "./cases.ts";
import { place } from "./place.ts";
import { mayOpen } from "./views.ts";
import { lacksFactor, staff } from "./session.ts";

/** Colleagues who have the same case open. */
export const viewers = signal<CaseViewers["viewers"]>([]);
/** What a colleague or the customer did last to the case that is open here. */
export const changedBy = signal<CasesChanged["changed"][number] | null>(null);

/** Who goes through a list quickly opens no stream at each row. */
const SETTLE_MS = 300;

/** Hears what others do while the desk is in sight. Returns how to stop. */
export function listenToEvents(): () => void {
  const visible = signal(document.visibilityState === "visible");
  const onVisibility = () => (visible.value = document.visibilityState === "visible");
  document.addEventListener("visibilitychange", onVisibility);
  const address = computed(() => {
    if (!staff.value || lacksFactor.value || !mayOpen(staff.value.role, "cases")) return null;
    if (!visible.value || place.value.view !== "cases") return null;
    return openId.value ? `/api/desk/events?case=${encodeURIComponent(openId.value)}` : "/api/desk/events";
  });
  const stop = effect(() => {
    const url = address.value;
    viewers.value = [];
    changedBy.value = null;
    let source: EventSource | undefined;
    const timer = setTimeout(() => (source = url ? hear(url) : undefined), SETTLE_MS);
    return () => {
      clearTimeout(timer);
      source?.close();
    };
  });
  return () => {
    stop();
    document.removeEventListener("visibilitychange", onVisibility);
  };
}

function hear(url: string): EventSource {
  const source = new EventSource(url);
  // what the hub sends is written by its own schema
  source.addEventListener("cases", ({ data }) => takeChanges(JSON.parse(String(data)) as CasesChanged));
  source.addEventListener("viewers", ({ data }) => {
    viewers.value = (JSON.parse(String(data)) as CaseViewers).viewers;
  });
  source.addEventListener("error", () => (viewers.value = []));
  return source;
}

function takeChanges({ changed }: CasesChanged): void {
  void inbox.reload();
  const shown = openCase.state.value.value;
  const change = changed.find(({ id }) => id === shown?.id);
  if (!shown || !change || change.version <= shown.version) return;
  if (change.by !== staff.value?.name) changedBy.value = change;
  void openCase.reload();
}
