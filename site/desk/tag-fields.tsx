import { TAG_MAX } from "#server/features/desk/cases.values.ts";
import type { CaseSummary } from "#server/features/desk/desk.schema.ts";
import { filings } from "./cases.ts";

/** Tags to add, and of those that are there the ones to keep. */
export const TagFields = ({ cases }: { cases: CaseSummary[] }) => {
  const present = [...new Set(cases.flatMap(({ tags }) => tags))];
  return (
    <>
      <label class="stack">
        Add tags
        <input name="add" list="known-tags" autocomplete="off" maxLength={200} aria-describedby="tags-hint" />
        <span class="small" id="tags-hint">
          Several with commas between them.
        </span>
      </label>
      <datalist id="known-tags">
        {(filings.state.value.value?.tags ?? []).map(({ tag }) => (
          <option key={tag} value={tag} />
        ))}
      </datalist>
      {present.length > 0 && (
        <fieldset class="choices">
          <legend>Keep</legend>
          {present.map((tag) => (
            <label key={tag} class="choice">
              <input type="checkbox" name="keep" value={tag} defaultChecked />
              {tag}
            </label>
          ))}
        </fieldset>
      )}
    </>
  );
};

/** What was typed, with commas between. */
export const readTags = (typed: string): string[] => typed.split(/[,;]/).map(toTag).filter(Boolean);

/** As the hub takes it: small letters and digits with single hyphens. */
const toTag = (typed: string): string =>
  typed
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{M}\p{N}]+/gu, "-")
    .replaceAll(/^-|-$/g, "")
    .slice(0, TAG_MAX);
