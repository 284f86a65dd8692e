import { answerList } from "./answer-state.ts";
import { changeCase } from "./change-case.ts";
import { inbox, openCase, writing } from "./cases.ts";
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

const search = () => document.getElementById("desk-search")?.focus();

const KEYS: Partial<Record<View, Keys>> = {
  cases: {
    j: () => moveCase(1),
    k: () => moveCase(-1),
    r: () => write("reply"),
    n: () => write("note"),
    e: () => {
      const { value } = openCase.state.value;
      if (value) void changeCase(value, value.state === "solved" ? "open" : "solved");
    },
    "/": search,
  },
  answers: { j: () => moveAnswer(1), k: () => moveAnswer(-1), "/": search },
};

function moveCase(by: 1 | -1): void {
  const id = findBeside(inbox.state.value.value?.cases ?? [], place.value.caseId, by);
  if (id) show(id, { caseId: id });
}

function moveAnswer(by: 1 | -1): void {
  const id = findBeside(answerList.state.value.value?.answers ?? [], place.value.answerId, by);
  if (id) show(id, { answerId: id });
}

/** The one after or before the one that is open; the first where none is. */
function findBeside(list: { id: string }[], open: string | null, by: 1 | -1): string | undefined {
  const at = list.findIndex(({ id }) => id === open);
  return list[at < 0 ? 0 : at + by]?.id;
}

function show(id: string, change: Partial<Place>): void {
  goTo(change);
  document.querySelector<HTMLElement>(`[data-row="${id}"]`)?.scrollIntoView({ block: "nearest" });
}

function write(what: "reply" | "note"): void {
  if (!openCase.state.value.value) return;
  writing.value = what;
  document.getElementById("write")?.focus();
}
