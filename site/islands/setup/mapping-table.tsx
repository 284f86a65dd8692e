import { useSignal } from "@preact/signals";
import type { CrmOptions, HalfSettings } from "#server/features/integrations/integrations.schema.ts";
import type { Half } from "#server/features/integrations/integrations.values.ts";
import { announce } from "../announce.ts";
import { changeHalf } from "./draft-state.ts";
import { MappingRow } from "./mapping-row.tsx";
import { acceptAll, findUnmapped, isOffered, listRows, setValue, type MappedValue, type Row } from "./mapping.ts";
import { MoreFields } from "./more-fields.tsx";
import { Fault, Press } from "./say.tsx";
import { setupMapWords as t } from "./map.words.ts";

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
    announce(t.proposalsAccepted(proposed));
    document.getElementById(`${half}-mapping`)?.focus(); // the button is gone
  };
  return (
    <section aria-labelledby={`${half}-mapping`}>
      <h4 class="sub" id={`${half}-mapping`} tabIndex={-1}>
        {t.whatGoesWhere}
      </h4>
      <Hints proposed={proposed} unmapped={unmapped} name={name} accept={accept} />
      {fields.length === 0 ? (
        <Fault>
          {t.showsNoFieldsTo(name)} <Press press={again}>{t.readTheListAgain}</Press>.
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
          {t.fieldsHaveAProposal(proposed)}
          {t.byNameAndType} <Press press={accept}>{t.acceptAll(proposed)}</Press>.
        </p>
      )}
      {unmapped > 0 && <p class="small">{t.stillEmpty(unmapped, name)}</p>}
    </>
  );
}

type FieldsProps = { half: Half; rows: Row[]; name: string; set: (field: string, value: MappedValue | null) => void };
function Fields({ half, rows, name, set }: FieldsProps) {
  return (
    <table class="map">
      <thead>
        <tr>
          <th scope="col">{t.fieldIn(name)}</th>
          <th scope="col">
            <span class="sr">{t.state}</span>
          </th>
          <th scope="col">{t.whatGoesIntoIt}</th>
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
