/** The mapping of one half as rows, one a field of the CRM. */
import type { FieldMapping, FieldView, HalfSettings } from "#server/features/integrations/integrations.schema.ts";
import { setupMapWords as t } from "./map.words.ts";

export type MappedValue = FieldMapping["value"];
export type Row = {
  name: string;
  label: string;
  /** null: the CRM has no such field any more. */
  field: FieldView | null;
  value: MappedValue | null;
  /** What the value is: chosen, only proposed, or none yet. */
  state: "matched" | "proposed" | "none";
  /** Why a chosen field cannot be written to; null where it can. */
  fault: string | null;
};

export const isOffered = ({ writable, archived }: FieldView): boolean => writable && !archived;

/** What is mapped, what the CRM requires, what is proposed, and what the reader added; required ones first. */
export function listRows(
  fields: FieldView[],
  mapping: FieldMapping[],
  shown: ReadonlySet<string>,
  declined: ReadonlySet<string>,
): Row[] {
  const chosen = new Map(mapping.map(({ field, value }) => [field, value]));
  const rows = fields.flatMap((field): Row[] => {
    const { name, label, required, proposal } = field;
    const value = chosen.get(name) ?? null;
    if (value) return [{ name, label, field, value, state: "matched", fault: findFault(field) }];
    if (!isOffered(field)) return [];
    if (proposal && !declined.has(name))
      return [{ name, label, field, value: proposal, state: "proposed", fault: null }];
    return required || shown.has(name) ? [{ name, label, field, value: null, state: "none", fault: null }] : [];
  });
  const known = new Set(fields.map(({ name }) => name));
  const lost = mapping
    .filter(({ field }) => !known.has(field))
    .map(({ field: name, value }): Row => {
      return { name, label: name, field: null, value, state: "matched", fault: t.thisFieldIsGone };
    });
  return [...rows.toSorted((a, b) => rank(a) - rank(b)), ...lost];
}

const rank = ({ field }: Row): number => (field?.required ? 0 : 1);

function findFault({ writable, archived }: FieldView): string | null {
  if (archived) return t.thisFieldWasArchived;
  return writable ? null : t.thisFieldIsRead;
}

export const setValue = (mapping: FieldMapping[], field: string, value: MappedValue | null): FieldMapping[] => {
  if (!value) return mapping.filter((each) => each.field !== field);
  const has = mapping.some((each) => each.field === field);
  return has ? mapping.map((each) => (each.field === field ? { field, value } : each)) : [...mapping, { field, value }];
};

export const acceptAll = (mapping: FieldMapping[], rows: Row[]): FieldMapping[] =>
  rows.reduce((sum, { name, value, state }) => (state === "proposed" ? setValue(sum, name, value) : sum), mapping);

/** Required by the CRM and still empty. */
export const findUnmapped = (fields: FieldView[], { mapping }: HalfSettings): FieldView[] =>
  fields.filter((field) => field.required && isOffered(field) && !mapping.some((each) => each.field === field.name));
