import { useSignal } from "@preact/signals";
import type { CrmOptions, HalfSettings } from "#server/features/integrations/integrations.schema.ts";
import type { Half } from "#server/features/integrations/integrations.values.ts";
import { announce } from "../announce.ts";
import { changeHalf } from "./draft-state.ts";
import { MappingRow } from "./mapping-row.tsx";
import { acceptAll, findUnmapped, isOffered, listRows, setValue, type MappedValue, type Row } from "./mapping.ts";
import { MoreFields } from "./more-fields.tsx";
import { Fault, Press } from "./say.tsx";

type Props = { half: Half; settings: HalfSettings; options: CrmOptions; name: string; again: () => void };
const NONE: ReadonlySet<string> = new Set();

/** What goes where: required fields first, proposals to accept one by one or all at once. */
export function MappingTable({ half, settings, options: { fields }, name, again }: Props) {
  const shown = useSignal(NONE);
  const declined = useSignal(NONE);
  const { mapping } = settings;
  const rows = listRows(fields, mapping, shown.value, declined.value);
  const rest = fields.filter((field) => isOffered(field) && !rows.some((row) => row.name === field.name));
  const proposed = rows.filter(({ state }) => state === "proposed").length;
  const unmapped = findUnmapped(fields, settings).length;
  const set = (field: string, value: MappedValue | null): void => {
    if (!value) declined.value = new Set([...declined.value, field]);
    shown.value = new Set([...shown.value, field]);
    changeHalf(half, { mapping: setValue(mapping, field, value) });
  };
  const show = (field: string): void => {
    shown.value = new Set([...shown.value, field]);
    requestAnimationFrame(() => document.getElementById(`${half}-field-${field}`)?.focus());
  };
  const accept = (): void => {
    changeHalf(half, { mapping: acceptAll(mapping, rows) });
    announce(`${proposed} proposals accepted.`);
  };
  return (
    <section aria-labelledby={`${half}-mapping`}>
      <h4 class="sub" id={`${half}-mapping`} tabIndex={-1}>
        What goes where
      </h4>
      <Hints proposed={proposed} unmapped={unmapped} name={name} accept={accept} />
      {fields.length === 0 ? (
        <Fault>
          {name} shows no fields to this login. Check its rights there, then{" "}
          <Press press={again}>read the list again</Press>.
        </Fault>
      ) : (
        <div class="scroll">
          <Fields half={half} rows={rows} name={name} set={set} />
        </div>
      )}
      {rest.length > 0 && <MoreFields half={half} rest={rest} name={name} show={show} />}
    </section>
  );
}

type HintsProps = { proposed: number; unmapped: number; name: string; accept: () => void };
function Hints({ proposed, unmapped, name, accept }: HintsProps) {
  return (
    <>
      {proposed > 0 && (
        <p>
          {proposed === 1 ? "One field has a proposal" : `${proposed} fields have a proposal`}, by name and type. Look
          at them, then <Press press={accept}>{proposed === 1 ? "accept it" : `accept all ${proposed}`}</Press>.
        </p>
      )}
      {unmapped > 0 && (
        <p class="small">
          {unmapped === 1 ? "One field" : `${unmapped} fields`} that {name} requires {unmapped === 1 ? "is" : "are"}{" "}
          still empty.
        </p>
      )}
    </>
  );
}

type FieldsProps = { half: Half; rows: Row[]; name: string; set: (field: string, value: MappedValue | null) => void };
function Fields({ half, rows, name, set }: FieldsProps) {
  return (
    <table class="map">
      <thead>
        <tr>
          <th scope="col">Field in {name}</th>
          <th scope="col">
            <span class="sr">State</span>
          </th>
          <th scope="col">What goes into it</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <MappingRow key={row.name} half={half} row={row} set={(value) => set(row.name, value)} />
        ))}
      </tbody>
    </table>
  );
}
