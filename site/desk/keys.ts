import { besideAnswer } from "./answer-state.ts";
import { besideArticle } from "./article-state.ts";
import { besideConnection } from "./connection-state.ts";
import { toggleGap } from "./change-gap.ts";
import { besideGap, openGap } from "./gap-state.ts";
import { CASE_KEYS } from "./case-keys.ts";
import { besideCase } from "./cases.ts";
import { goKeys } from "./go-keys.ts";
import { GO, nameKey } from "./key-pairs.ts";
import { showLegend } from "./legend.tsx";
import { undoLast } from "./outcome-line.tsx";
import { goTo, OPEN_ROW, place, type Place, type RowsView } from "./place.ts";
import { type View } from "./views.ts";

/** One key, one thing to do; none of them while somebody types or decides: Esc leaves a field. Returns how to stop listening. */
export function listenToKeys(): () => void {
  const onKey = (event: KeyboardEvent) => {
    if (event.altKey || document.querySelector("dialog[open]")) return;
    if (event.target instanceof HTMLElement && event.target.matches(TYPED_INTO)) {
      if (event.key === "Escape" && !event.isComposing) event.target.blur();
      return;
    }
    const name = event.ctrlKey || event.metaKey ? `Ctrl ${event.key}` : nameKey(event);
    const act = keysOf(place.value.view)[name];
    // a browser that searches a page for what is typed would take the second key
    if (name === GO) event.preventDefault();
    if (!act) return;
    event.preventDefault();
    // a key that is held down moves on; it does nothing twice
    if (!event.repeat || act.repeats) act.run();
  };
  addEventListener("keydown", onKey);
  return () => removeEventListener("keydown", onKey);
}

/** A checkbox takes no letters. */
const TYPED_INTO = "input:not([type=checkbox],[type=radio]),textarea,select";

export type Keys = Record<string, { does: string; run: () => void; repeats?: boolean }>;

/** Through a list, and to its search. */
const walk = (view: RowsView, beside: (by: 1 | -1) => string | undefined): Keys => ({
  j: { does: "the next one", run: () => open(view, beside(1)), repeats: true },
  k: { does: "the one before", run: () => open(view, beside(-1)), repeats: true },
  "/": { does: "search", run: search },
});

function search(): void {
  const field = document.querySelector<HTMLInputElement>("#desk-search");
  // not every browser leads the focus to what is selected
  field?.focus();
  field?.select();
}

const KEYS: Partial<Record<View, Keys>> = {
  cases: { ...walk("cases", besideCase), ...CASE_KEYS },
  answers: walk("answers", besideAnswer),
  connections: walk("connections", besideConnection),
  articles: walk("articles", besideArticle),
  gaps: {
    ...walk("gaps", besideGap),
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

export const keysOf = (view: View): Keys => ({ ...KEYS[view], ...EVERYWHERE, ...goKeys() });

function open(view: RowsView, id: string | undefined): void {
  if (!id) return;
  const change: Partial<Place> = {};
  change[OPEN_ROW[view]] = id;
  goTo(change);
  document.querySelector<HTMLElement>(`[data-row="${id}"]`)?.scrollIntoView({ block: "nearest" });
}
