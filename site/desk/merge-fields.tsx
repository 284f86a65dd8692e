import { useSignal } from "@preact/signals";
import type { CaseSummary } from "#server/features/desk/desk.schema.ts";
import { sayWhen } from "#site/islands/when.ts";
import { caseContext } from "./case-context.ts";
import type { Edit } from "./edit.ts";
import { textOf } from "./text-of.ts";

/** What merging does, and into which case: another one of the same address, or one that is named by its number. */
export function MergeFields({ cases: [merged] }: { cases: CaseSummary[] }) {
  const byNumber = useSignal(false);
  const { value } = caseContext.state.value;
  const near = value && value.caseId === merged?.id ? value.earlier.filter(({ aside }) => !aside) : [];
  if (!merged) return null;
  const { reference, email } = merged;
  const name = <span class="ref">{reference}</span>;
  return (
    <>
      {near.length > 0 && (
        <fieldset class="choices">
          <legend>Into another case of {email}</legend>
          {near.map(({ id, reference: other, subject, state, createdAt }, at) => (
            <label key={id} class="choice">
              <input
                type="radio"
                name="into"
                value={other}
                defaultChecked={at === 0}
                autofocus={at === 0}
                onChange={() => (byNumber.value = false)}
              />
              <span>
                <bdi>{subject}</bdi>{" "}
                <span class="small">
                  <span class="ref">{other}</span>, {state}, {sayWhen(createdAt)}
                </span>
              </span>
            </label>
          ))}
          <label class="choice">
            <input type="radio" name="into" value="" onChange={() => (byNumber.value = true)} />
            Another one, by its number
          </label>
        </fieldset>
      )}
      {(near.length === 0 || byNumber.value) && (
        <label class="stack">
          The number of another case of {email}
          <input name="number" required maxLength={20} autocomplete="off" autocapitalize="characters" autofocus />
        </label>
      )}
      <ul class="merge-says small">
        <li>
          {name} is solved and leads to that case, where all its messages, notes and files stand too, in order of time.
        </li>
        <li>No mail goes out. What the customer answers to {name} later arrives in that case.</li>
        <li>Each receipt keeps showing what was said in its own case.</li>
        <li>It can be undone: open {name} again.</li>
      </ul>
    </>
  );
}

export function readMerge(form: FormData): Edit | null {
  const mergedInto = (textOf(form, "number") || textOf(form, "into")).toUpperCase();
  return mergedInto ? { mergedInto } : null;
}
