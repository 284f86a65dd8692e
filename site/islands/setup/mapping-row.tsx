import { useSignal } from "@preact/signals";
import { PRODUCT_FIELDS, type Half, type ProductField } from "#server/features/integrations/integrations.values.ts";
import type { MappedValue, Row } from "./mapping.ts";
import { Fault, Press } from "./say.tsx";
import { sayProductField } from "./setup-words.ts";
import { setupMapWords as t } from "./map.words.ts";

const STATES = { matched: t.filledWith, proposed: t.proposal, none: t.empty };
const SAME_TEXT = "text";

/** A field of the CRM, a line that says how sure it is, and what goes into it. */
export function MappingRow({ half, row, set }: { half: Half; row: Row; set: (value: MappedValue | null) => void }) {
  const { name, label, field, value, state, fault } = row;
  /** “The same for everybody” is chosen, and nothing is written yet. */
  const begun = useSignal(false);
  const id = `${half}-field-${name}`;
  const text = value && "text" in value ? value.text : "";
  const writing = begun.value || text !== "";
  const chosen = writing ? SAME_TEXT : value && "from" in value ? value.from : "";
  // a button that is gone with the press hands the focus on
  const press = (given: MappedValue | null, focused: string): void => {
    set(given);
    document.getElementById(focused)?.focus();
  };
  const choose = (picked: string): void => {
    begun.value = picked === SAME_TEXT;
    const from = PRODUCT_FIELDS.find((each) => each === picked);
    set(from ? { from } : null);
  };
  return (
    <tr data-map={fault ? "broken" : state}>
      <th scope="row">
        <label for={id}>{label}</label>
        {field?.required && <span class="small"> {t.required}</span>}
      </th>
      <td class="wire">
        <i />
        <span class="sr">{STATES[state]}</span>
      </td>
      <td>
        {field && !fault ? (
          <select
            id={id}
            value={chosen}
            required={field.required}
            aria-invalid={field.required && state === "none" && !writing ? "true" : undefined}
            onChange={({ currentTarget }) => choose(currentTarget.value)}
          >
            <option value="">{field.required ? t.chooseWhatGoesInto : t.staysEmpty}</option>
            {PRODUCT_FIELDS.map((from: ProductField) => (
              <option key={from} value={from}>
                {sayProductField(from)}
              </option>
            ))}
            <option value={SAME_TEXT}>{t.theSameForEverybody}</option>
          </select>
        ) : (
          <Fault>
            {fault} <Press press={() => press(null, `${half}-mapping`)}>{t.remove}</Press>
          </Fault>
        )}
        {writing && field && <SameText id={id} row={row} text={text} set={set} />}
        {state === "proposed" && <Proposed label={label} accept={() => press(value, id)} />}
      </td>
    </tr>
  );
}

function Proposed({ label, accept }: { label: string; accept: () => void }) {
  return (
    <p class="small">
      {t.onlyProposed}{" "}
      <Press press={accept}>
        {t.yesThatOne}
        <span class="sr"> {t.for(label)}</span>
      </Press>
    </p>
  );
}

/** One text, or one of the CRM's choices, for every referral. */
function SameText({
  id,
  row,
  text,
  set,
}: {
  id: string;
  row: Row;
  text: string;
  set: (value: MappedValue | null) => void;
}) {
  const options = row.field?.options ?? [];
  const write = (typed: string): void => set(typed.trim() ? { text: typed.trim() } : null);
  const label = t.textFor(row.label);
  if (options.length > 0)
    return (
      <select
        id={`${id}-text`}
        aria-label={label}
        value={text}
        onChange={({ currentTarget }) => write(currentTarget.value)}
      >
        <option value="">{t.chooseOne}</option>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    );
  return (
    <input
      id={`${id}-text`}
      aria-label={label}
      defaultValue={text}
      maxLength={500}
      autocomplete="off"
      placeholder={t.whatIsWrittenThere}
      onInput={({ currentTarget }) => write(currentTarget.value)}
    />
  );
}
