import type { CaseSummary } from "#server/features/desk/desk.schema.ts";
import { askForChange } from "./change-dialog.tsx";
import { toggleJunk, turnState } from "./case-keys.ts";
import { editCases } from "./change-case.ts";
import type { What } from "./change-fields.tsx";
import { chooseAll, chooseNone, chosen } from "./chosen.ts";

const MORE: { what: What; label: string; key: string }[] = [
  { what: "owner", label: "Owner", key: "o" },
  { what: "tags", label: "Tag", key: "t" },
  { what: "priority", label: "Priority", key: "p" },
  { what: "snooze", label: "Snooze", key: "s" },
];

/** How many are chosen, and what can be done to all of them: at the foot of the window, so that choosing moves no row. */
export function BulkBar({ shown }: { shown: CaseSummary[] }) {
  const cases = [...chosen.value.values()];
  return (
    <>
      <p class="bulk small">
        <span role="status">{cases.length > 0 && <b>{cases.length} chosen</b>}</span>
        {shown.length > 0 && (
          <button class="text-btn" type="button" onClick={() => chooseAll(shown)}>
            <Choose named={cases.length > 0}>all shown</Choose>
          </button>
        )}
        {cases.length > 0 && (
          <button class="text-btn" type="button" onClick={chooseNone}>
            <Choose named>none</Choose>
          </button>
        )}
      </p>
      {cases.length > 0 && <BulkActions cases={cases} />}
    </>
  );
}

/** Beside what is chosen the word is heard alone: all has to stay in one line, or choosing would move the rows. */
const Choose = ({ named, children }: { named: boolean; children: string }) => (
  <>
    <span class={named ? "sr" : undefined}>Choose </span>
    {children}
  </>
);

function BulkActions({ cases }: { cases: CaseSummary[] }) {
  const solved = cases.every(({ state }) => state === "solved");
  const junk = cases.every(({ junkAt }) => junkAt);
  return (
    <div class="bulk-acts" role="group" aria-label="Change what is chosen">
      <button class="btn sm" type="button" onClick={() => void editCases(cases, turnState)}>
        {solved ? "Open again" : "Solve"} <kbd>e</kbd>
      </button>
      {MORE.map(({ what, label, key }) => (
        <button key={what} class="btn sm" type="button" onClick={() => askForChange(what, cases)}>
          {label} <kbd>{key}</kbd>
        </button>
      ))}
      <button class="btn sm" type="button" onClick={toggleJunk}>
        {junk ? "No junk" : "Junk"} <kbd>!</kbd>
      </button>
    </div>
  );
}
