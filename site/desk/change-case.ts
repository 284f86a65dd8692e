import { effect, signal } from "@preact/signals";
import type { CaseConflict, CaseChangesMade, NamedChange } from "#server/features/desk/cases.schema.ts";
import type { CaseSummary } from "#server/features/desk/desk.schema.ts";
import { toProblem } from "#site/problem.ts";
import { patchCase, patchCases } from "./list-api.ts";
import { reloadAll } from "./cases.ts";
import { chooseNone } from "./chosen.ts";
import { sayDifference, sayDone, toChange, type Edit } from "./edit.ts";
import { asLeft, inTurn, noteOwn } from "./own-changes.ts";
import { noticeSignedOut, staff } from "./session.ts";

/** What became of the last change, and what can still be done about it. */
export type Outcome = {
  says: string;
  /** Nothing of it was done. */
  failed: boolean;
  undo: (() => Promise<void>) | null;
  again: (() => Promise<void>) | null;
};
export const outcome = signal<Outcome | null>(null);

/** Nothing of what one colleague did is left for another who signs in after them. Returns how to stop. */
export function watchOutcome(): () => void {
  let whose: string | undefined;
  return effect(() => {
    const id = staff.value?.id;
    if (id && whose && id !== whose) outcome.value = null;
    whose = id ?? whose;
  });
}

/**
 * Changes cases as far as nobody else changed them since they were shown, and says so with a way back. `edit` may depend on
 * how they are when their turn comes.
 */
export async function editCases(meant: CaseSummary[], edit: Edit | ((shown: CaseSummary[]) => Edit)): Promise<void> {
  if (meant.length === 0) return;
  await inTurn(() => {
    const shown = meant.map(asLeft);
    return makeEdit(shown, typeof edit === "function" ? edit(shown) : edit);
  });
}

async function makeEdit(shown: CaseSummary[], edit: Edit): Promise<void> {
  const made = await attempt(() => send(shown.map((entry) => toChange(entry, edit))), {
    again: () => editCases(shown, edit),
  });
  if (!made) return;
  const { changed, conflicts, gone } = made;
  const says = [
    ...(changed.length > 0 ? [`${sayDone(edit)}: ${sayWhich(shown, changed)}.`] : []),
    ...conflicts.map((conflict) => sayConflict(shown, conflict)),
    ...(gone.length > 0 ? [`${sayCount(gone.length)} ${gone.length === 1 ? "is" : "are"} not there any more.`] : []),
    ...(conflicts.length > 0 ? ["Your change was not made there."] : []),
  ];
  const undo = changed.map((each) => each.undo);
  outcome.value = {
    says: says.join(" "),
    failed: changed.length === 0,
    undo: undo.length > 0 ? () => undoChanges(undo) : null,
    again:
      conflicts.length > 0
        ? () =>
            editCases(
              conflicts.map((each) => each.case),
              edit,
            )
        : null,
  };
  chooseNone();
}

/** Takes changes back, again only where nobody changed the case since. What did not get through can be pressed again. */
async function undoChanges(undo: NamedChange[]): Promise<void> {
  const made = await attempt(() => send(undo), { undo: () => undoChanges(undo) });
  if (!made) return;
  const kept = made.conflicts.map(
    ({ by, case: { reference } }) => `${by ?? "Somebody"} has changed ${reference} since: it stays.`,
  );
  const done = made.changed.length > 0 ? [`Taken back: ${sayCount(made.changed.length)}.`] : [];
  outcome.value = { says: [...done, ...kept].join(" "), failed: done.length === 0, undo: null, again: null };
}

/** One alone goes its own way: the same answer, and the API's plainest call. */
async function send(changes: NamedChange[]): Promise<CaseChangesMade> {
  const [only, ...others] = changes;
  if (!only || others.length > 0) return patchCases(changes);
  const { id, ...change } = only;
  try {
    return { changed: [await patchCase(id, change)], conflicts: [], gone: [] };
  } catch (error) {
    const { code, problem } = toProblem(error);
    if (code === "not_found") return { changed: [], conflicts: [], gone: [id] };
    if (code !== "conflict") throw error;
    // the route answers a conflict with one
    return { changed: [], conflicts: [problem["conflict"] as CaseConflict], gone: [] };
  }
}

type Ways = Partial<Pick<Outcome, "undo" | "again">>;

/** `ways`: what is left to do where nothing came of it; `again` is for who has signed in again. */
async function attempt(
  work: () => Promise<CaseChangesMade>,
  { undo = null, again = null }: Ways,
): Promise<CaseChangesMade | null> {
  try {
    const made = await work();
    made.changed.forEach(noteOwn);
    return made;
  } catch (error) {
    const problem = toProblem(error);
    outcome.value = noticeSignedOut(problem)
      ? { says: "Your session had ended: nothing was changed.", failed: true, undo, again }
      : { says: problem.message, failed: true, undo, again: null };
    return null;
  } finally {
    await reloadAll();
  }
}

const sayCount = (count: number): string => (count === 1 ? "1 case" : `${count} cases`);

const sayWhich = (shown: CaseSummary[], changed: { id: string }[]): string =>
  changed.length === 1
    ? (shown.find(({ id }) => id === changed[0]?.id)?.reference ?? "1 case")
    : sayCount(changed.length);

function sayConflict(shown: CaseSummary[], { by, case: now }: CaseConflict): string {
  const was = shown.find(({ id }) => id === now.id);
  const difference = was && sayDifference(was, now);
  return `${by ?? "Somebody"} changed ${now.reference} meanwhile${difference ? `: ${difference}` : ""}.`;
}
