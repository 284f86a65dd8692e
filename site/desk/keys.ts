import { answerList } from "./answer-state.ts";
import { articleList } from "./article-state.ts";
import { connectionList } from "./connection-state.ts";
import { toggleGap } from "./change-gap.ts";
import { gapList, openGap } from "./gap-state.ts";
import { CASE_KEYS } from "./case-keys.ts";
import { inbox } from "./cases.ts";
import { showLegend } from "./legend.tsx";
import { undoLast } from "./outcome-line.tsx";
import { goTo, place, type Place } from "./place.ts";
import { type View } from "./views.ts";

/** One key, one thing to do; none of them while somebody types or decides. Returns how to stop listening. */
export function listenToKeys(): () => void {
  const onKey = (event: KeyboardEvent) => {
    const typing = event.target instanceof HTMLElement && event.target.matches(TYPED_INTO);
    if (typing || event.altKey || document.querySelector("dialog[open]")) return;
    const withControl = event.ctrlKey || event.metaKey;
    const act = keysOf(place.value.view)[withControl ? `Ctrl ${event.key}` : event.key];
    if (!act) return;
    event.preventDefault();
    act.run();
  };
  addEventListener("keydown", onKey);
  return () => removeEventListener("keydown", onKey);
}

/** A checkbox takes no letters. */
const TYPED_INTO = "input:not([type=checkbox],[type=radio]),textarea,select";

export type Keys = Record<string, { does: string; run: () => void }>;
/** What of a place names the row that is open. */
type OpenRow = "caseId" | "answerId" | "connectionId" | "articleId" | "gapId";

/** Through a list, and to its search. */
const walk = (items: () => { id: string }[] | undefined, open: OpenRow): Keys => ({
  j: { does: "the next one", run: () => moveBy(1, items() ?? [], open) },
  k: { does: "the one before", run: () => moveBy(-1, items() ?? [], open) },
  "/": { does: "search", run: () => document.getElementById("desk-search")?.focus() },
});

const KEYS: Partial<Record<View, Keys>> = {
  cases: { ...walk(() => inbox.state.value.value?.items, "caseId"), ...CASE_KEYS },
  answers: walk(() => answerList.state.value.value?.items, "answerId"),
  connections: walk(() => connectionList.state.value.value?.items, "connectionId"),
  articles: walk(() => articleList.state.value.value?.items, "articleId"),
  gaps: {
    ...walk(() => gapList.state.value.value?.items, "gapId"),
    e: {
      does: "dismiss, or open again",
      run: () => {
        const { value } = openGap.state.value;
        if (value) void toggleGap(value);
      },
    },
  },
};

const EVERYWHERE: Keys = {
  z: { does: "undo the last change", run: undoLast },
  "Ctrl z": { does: "the same", run: undoLast },
  "?": { does: "these keys", run: showLegend },
};

export const keysOf = (view: View): Keys => ({ ...KEYS[view], ...EVERYWHERE });

/** To the one after or before the one that is open; to the first where none is. */
function moveBy(by: 1 | -1, items: { id: string }[], open: OpenRow): void {
  const at = items.findIndex(({ id }) => id === place.value[open]);
  const id = items[at < 0 ? 0 : at + by]?.id;
  if (!id) return;
  const change: Partial<Place> = {};
  change[open] = id;
  goTo(change);
  document.querySelector<HTMLElement>(`[data-row="${id}"]`)?.scrollIntoView({ block: "nearest" });
}
