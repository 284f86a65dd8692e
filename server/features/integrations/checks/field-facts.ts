import { keepWords, type Kept, type Text } from "#content/kept-words.ts";
import type { CrmField, FieldType } from "../connector.ts";
import type { FieldMapping, HalfSettings } from "../integrations.schema.ts";
import type { Half, ProductField } from "../integrations.values.ts";
import { productWords } from "../product.words.ts";
import { unseen } from "./faults.ts";
import { checkTexts as t, failed, fine, type Finding } from "./finding.ts";
import { factOf } from "./half-facts.ts";
import type { Looked } from "./look.ts";
import { sayFault } from "./say-fault.ts";
import type { Subject } from "./subject.ts";

/** Each mapped field, and what the CRM requires that is not mapped. */
export function findFields(
  subject: Subject,
  half: Half,
  { mapping }: HalfSettings,
  looked: Looked<CrmField[]>,
): Finding[] {
  const { value: fields, fault } = looked;
  if (fault) {
    const facts = [...mapping.map(({ field }) => fieldFact(half, field)), requiredFact(half)];
    return facts.map((fact) => unseen(fact, subject.name, fault, sayFault(fault, subject.name)));
  }
  return [
    ...mapping.map((mapped) =>
      judgeField(
        half,
        mapped,
        fields.find(({ name }) => name === mapped.field),
      ),
    ),
    findRequired(subject, half, mapping, fields),
  ];
}

const fieldFact = (half: Half, name: string, label = name) =>
  factOf("field", half, t.titles.field(t.halves[half], label), name);
const requiredFact = (half: Half) => factOf("required", half, t.titles.required(t.halves[half]));
const productFields = keepWords(productWords).fields;

function judgeField(half: Half, { field: name, value }: FieldMapping, field: CrmField | undefined): Finding {
  const fact = fieldFact(half, name, field?.label);
  const tab = t.halves[half];
  if (!field)
    return failed(fact, "field_gone", {
      seen: t.field_gone.seen(name),
      todo: t.field_gone.todo(tab),
      explained: "mappingChanged",
    });
  if (field.archived)
    return failed(fact, "field_archived", {
      seen: t.field_archived.seen,
      todo: t.field_archived.todo(tab),
      explained: "mappingChanged",
    });
  if (!field.writable)
    return failed(fact, "field_read_only", {
      seen: t.field_read_only.seen,
      todo: t.field_read_only.todo(tab),
      explained: "mapping",
    });
  const wrong = "from" in value ? sayWrongType(value.from, field.type) : sayWrongText(value.text, field);
  if (wrong)
    return failed(fact, "field_wrong_type", {
      seen: wrong,
      todo: t.field_wrong_type.todo(tab),
      explained: "mapping",
    });
  return fine(fact, "field_there", {
    seen: "from" in value ? t.field_there.product(productFields[value.from]) : t.field_there.text(value.text),
  });
}

/** What fields take besides text; a type that we do not know ("other") is left to the CRM. */
const TAKES: Partial<Record<ProductField, readonly FieldType[]>> = {
  email: ["email"],
  phone: ["phone"],
  is_first_time: ["boolean", "choice"],
  campaign: ["choice"],
};
const sayWrongType = (from: ProductField, type: FieldType): Kept | null =>
  type === "text" || type === "other" || TAKES[from]?.includes(type)
    ? null
    : t.field_wrong_type.product(t.types[type], productFields[from]);

function sayWrongText(text: string, { type, options }: CrmField): Kept | null {
  if (type === "choice" && options.length > 0 && !options.some(({ value }) => value === text))
    return t.field_wrong_type.listed(text);
  const fits = type === "number" ? text.trim() !== "" && Number.isFinite(Number(text)) : type !== "reference";
  return fits ? null : t.field_wrong_type.text(t.types[type], text);
}

/** Fields that the CRM refuses a new record without, and the address that people are recognised by. */
export function findUnmapped(mapping: FieldMapping[], fields: CrmField[]): Text[] {
  const mapped = new Set(mapping.map(({ field }) => field));
  const required = fields.filter(({ required: needed, archived, name }) => needed && !archived && !mapped.has(name));
  const hasEmail = mapping.some(({ value }) => "from" in value && value.from === "email");
  const named = required.map(({ label }) => label);
  return hasEmail || required.some(({ type }) => type === "email") ? named : [...named, productFields.email];
}

function findRequired({ definition }: Subject, half: Half, mapping: FieldMapping[], fields: CrmField[]): Finding {
  const fact = requiredFact(half);
  const missing = findUnmapped(mapping, fields);
  if (missing.length === 0) return fine(fact, "required_mapped", { seen: t.required_mapped });
  return failed(fact, "required_unmapped", {
    seen: t.required_unmapped.seen({ list: missing }),
    todo: t.required_unmapped.todo(t.halves[half]),
    explained: definition.id === "servicetitan" ? "sixFields" : "mapping",
  });
}
