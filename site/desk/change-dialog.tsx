import { signal } from "@preact/signals";
import { useLayoutEffect, useRef } from "preact/hooks";
import type { CaseSummary } from "#server/features/desk/desk.schema.ts";
import { colleagues, filings } from "./cases.ts";
import { editCases } from "./change-case.ts";
import { CHANGES, type What } from "./change-fields.tsx";

/** What is being changed, of which cases; null while nothing is. */
const changing = signal<{ what: What; cases: CaseSummary[] } | null>(null);

export function askForChange(what: What, cases: CaseSummary[]): void {
  if (cases.length === 0) return;
  void colleagues.reload();
  void filings.reload();
  changing.value = { what, cases };
}

/** One thing of one case or many: chosen, then kept with Enter. */
export function ChangeDialog() {
  const dialog = useRef<HTMLDialogElement>(null);
  const asked = changing.value;
  // before the next key is pressed
  useLayoutEffect(() => {
    if (asked) dialog.current?.showModal();
    else dialog.current?.close();
  }, [asked]);
  const { title, act = "Save", Fields, read } = CHANGES[asked?.what ?? "owner"];
  const cases = asked?.cases ?? [];
  const which = cases.length === 1 ? cases[0]?.reference : `${cases.length} cases`;
  return (
    <dialog class="desk-dialog" ref={dialog} aria-labelledby="change-h" onClose={() => (changing.value = null)}>
      {asked && (
        <form
          key={asked.what}
          onSubmit={(event) => {
            event.preventDefault();
            const edit = read(new FormData(event.currentTarget, event.submitter), cases);
            changing.value = null;
            if (edit) void editCases(cases, edit);
          }}
        >
          <h2 id="change-h">
            {title}: {which}
          </h2>
          <Fields cases={cases} />
          <p class="acts">
            <button class="btn main sm" type="submit">
              {act}
            </button>
            <button class="text-btn" type="button" onClick={() => (changing.value = null)}>
              Cancel
            </button>
          </p>
        </form>
      )}
    </dialog>
  );
}
