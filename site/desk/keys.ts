import { answerList } from "./answer-state.ts";
import { articleList } from "./article-state.ts";
import { changeCase } from "./change-case.ts";
import { inbox, openCase, writing } from "./cases.ts";
import { connectionList } from "./connection-state.ts";
import { toggleGap } from "./change-gap.ts";
import { gapList, openGap } from "./gap-state.ts";
import { goTo, place, type Place, type View } from "./place.ts";

/** One key, one thing to do; none of them while somebody types. Returns how to stop listening. */
export function listenToKeys(): () => void {
  const onKey = (event: KeyboardEvent) => {
    const typing = event.target instanceof HTMLElement && event.target.matches("input,textarea,select");
    if (typing || event.ctrlKey || event.metaKey || event.altKey) return;
    const act = KEYS[place.value.view]?.[event.key];
    if (!act) return;
    event.preventDefault();
    act();
  };
  addEventListener("keydown", onKey);
  return () => removeEventListener("keydown", onKey);
}

type Keys = Record<string, (() => void) | undefined>;
/** What of a place names the row that is open. */
type OpenRow = "caseId" | "answerId" | "connectionId" | "articleId" | "gapId";

/** Through a list, and to its search. */
const walk = (items: () => { id: string }[] | undefined, open: OpenRow): Keys => ({
  j: () => moveBy(1, items() ?? [], open),
  k: () => moveBy(-1, items() ?? [], open),
  "/": () => document.getElementById("desk-search")?.focus(),
});

const KEYS: Partial<Record<View, Keys>> = {
  cases: {
    ...walk(() => inbox.state.value.value?.items, "caseId"),
    r: () => write("reply"),
    n: () => write("note"),
    e: () => {
      const { value } = openCase.state.value;
      if (value) void changeCase(value, value.state === "solved" ? "open" : "solved");
    },
  },
  answers: walk(() => answerList.state.value.value?.items, "answerId"),
  connections: walk(() => connectionList.state.value.value?.items, "connectionId"),
  articles: walk(() => articleList.state.value.value?.items, "articleId"),
  gaps: {
    ...walk(() => gapList.state.value.value?.items, "gapId"),
    e: () => {
      const { value } = openGap.state.value;
      if (value) void toggleGap(value);
    },
  },
};

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

function write(what: "reply" | "note"): void {
  if (!openCase.state.value.value) return;
  writing.value = what;
  document.getElementById("write")?.focus();
}
