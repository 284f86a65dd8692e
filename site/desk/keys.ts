import { changeCase } from "./change-case.ts";
import { inbox, openCase, writing } from "./cases.ts";
import { goTo, place } from "./place.ts";

/** One key, one thing to do; none of them while somebody types. Returns how to stop listening. */
export function listenToKeys(): () => void {
  const onKey = (event: KeyboardEvent) => {
    const typing = event.target instanceof HTMLElement && event.target.matches("input,textarea,select");
    if (typing || event.ctrlKey || event.metaKey || event.altKey || place.value.view !== "cases") return;
    const act = KEYS[event.key];
    if (!act) return;
    event.preventDefault();
    act();
  };
  addEventListener("keydown", onKey);
  return () => removeEventListener("keydown", onKey);
}

const KEYS: Record<string, (() => void) | undefined> = {
  j: () => move(1),
  k: () => move(-1),
  r: () => write("reply"),
  n: () => write("note"),
  e: () => {
    const { value } = openCase.state.value;
    if (value) void changeCase(value, value.state === "solved" ? "open" : "solved");
  },
  "/": () => document.getElementById("desk-search")?.focus(),
};

function move(by: 1 | -1): void {
  const cases = inbox.state.value.value?.cases ?? [];
  const at = cases.findIndex(({ id }) => id === place.value.caseId);
  const next = cases[at < 0 ? 0 : at + by];
  if (!next) return;
  goTo({ caseId: next.id });
  document.querySelector<HTMLElement>(`[data-case="${next.id}"]`)?.scrollIntoView({ block: "nearest" });
}

function write(what: "reply" | "note"): void {
  if (!openCase.state.value.value) return;
  writing.value = what;
  document.getElementById("write")?.focus();
}
