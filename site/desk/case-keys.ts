import type { CaseSummary } from "#server/features/desk/desk.schema.ts";
import { inbox, openCase, writing } from "./cases.ts";
import { askForChange } from "./change-dialog.tsx";
import { editCases } from "./change-case.ts";
import { choose, chooseNone, meantCases } from "./chosen.ts";
import type { Edit } from "./edit.ts";
import { place } from "./place.ts";
import { staff } from "./session.ts";

/** What is done to the cases that are chosen, or to the one that is open. */
export const CASE_KEYS = {
  x: { does: "choose, or not", run: () => chooseHere(false) },
  X: { does: "choose all from the last one to here", run: () => chooseHere(true) },
  Escape: { does: "choose none", run: chooseNone },
  e: { does: "solve, or open again", run: solve },
  a: { does: "take: the case is yours", run: take },
  o: { does: "give to a colleague", run: () => askForChange("owner", meantCases()) },
  p: { does: "priority", run: () => askForChange("priority", meantCases()) },
  s: { does: "snooze", run: () => askForChange("snooze", meantCases()) },
  m: { does: "merge into another case of the same address", run: merge },
  "!": { does: "junk, or not", run: toggleJunk },
  t: { does: "tag", run: () => askForChange("tags", meantCases()) },
  r: { does: "reply", run: () => write("reply") },
  n: { does: "note for staff", run: () => write("note") },
};

export const turnState = (cases: CaseSummary[]): Edit => ({
  state: cases.every(({ state }) => state === "solved") ? "open" : "solved",
});

/** Opens what is solved where all of it is, and else solves it. */
export function solve(): void {
  void editCases(meantCases(), turnState);
}

/** Out of junk where all of it is, and else into it. */
export function toggleJunk(): void {
  void editCases(meantCases(), (cases) => ({ junk: !cases.every(({ junkAt }) => junkAt) }));
}

/** One at a time: each has its own customer. */
function merge(): void {
  const [only, ...others] = meantCases();
  if (only && !only.mergedInto && others.length === 0) askForChange("merge", [only]);
}

export function take(): void {
  if (staff.value) void editCases(meantCases(), { ownerId: staff.value.id, ownerName: staff.value.name });
}

export function write(what: "reply" | "note"): void {
  if (!openCase.state.value.value) return;
  writing.value = what;
  document.getElementById("write")?.focus();
}

/** The row that has the focus, or the case that is open, or the first row. */
function chooseHere(range: boolean): void {
  const shown = inbox.state.value.value?.items ?? [];
  const row = document.activeElement?.closest("li")?.querySelector<HTMLElement>("[data-row]")?.dataset["row"];
  const id = row ?? place.value.caseId;
  const entry = id ? shown.find((each) => each.id === id) : shown[0];
  if (entry) choose(entry, shown, range);
}
