import { inEnglish } from "#content/words.ts";
import type { CrmField, FieldType } from "../connector.ts";
import type { FieldMapping, HalfSettings } from "../integrations.schema.ts";
import { PRODUCT_FIELD_TITLES, type Half, type ProductField } from "../integrations.values.ts";
import { unseen } from "./faults.ts";
import { failed, fine, type Finding } from "./finding.ts";
import { factOf, HALF_TITLES } from "./half-facts.ts";
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
    const facts = [...mapping.map(({ field }) => fieldFact(half, field)), factOf("required", half, "required fields")];
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

const fieldFact = (half: Half, name: string, label = name) => factOf("field", half, `“${label}”`, name);

function judgeField(half: Half, { field: name, value }: FieldMapping, field: CrmField | undefined): Finding {
  const fact = fieldFact(half, name, field?.label);
  const tab = HALF_TITLES[half];
  if (!field)
    return failed(fact, "field_gone", {
      seen: `There is no field “${name}” any more.`,
      todo: `Map to another field in ${tab}, and save.`,
      explained: "mappingChanged",
    });
  if (field.archived)
    return failed(fact, "field_archived", {
      seen: "This field is archived.",
      todo: `Restore it in the CRM, or map to another field in ${tab}.`,
      explained: "mappingChanged",
    });
  if (!field.writable)
    return failed(fact, "field_read_only", {
      seen: "This field cannot be written from outside.",
      todo: `Map to another field in ${tab}, or have it opened to the login that connected.`,
      explained: "mapping",
    });
  const wrong = "from" in value ? sayWrongType(value.from, field.type) : sayWrongText(value.text, field);
  if (wrong)
    return failed(fact, "field_wrong_type", {
      seen: wrong,
      todo: `Map to a field that takes it in ${tab}, and save.`,
      explained: "mapping",
    });
  return fine(fact, "field_there", { seen: `Gets ${"from" in value ? sayField(value.from) : `“${value.text}”`}.` });
}

/** What fields take besides text; a type that we do not know ("other") is left to the CRM. */
const TAKES: Partial<Record<ProductField, readonly FieldType[]>> = {
  email: ["email"],
  phone: ["phone"],
  is_first_time: ["boolean", "choice"],
  campaign: ["choice"],
};
const TYPES: Record<FieldType, string> = {
  text: "text",
  email: "an e-mail address",
  phone: "a phone number",
  number: "a number",
  date: "a date",
  boolean: "yes or no",
  choice: "one of a list",
  reference: "another record",
  other: "something else",
};

const sayField = (from: ProductField): string => inEnglish(() => `the ${PRODUCT_FIELD_TITLES[from]}`);

const sayWrongType = (from: ProductField, type: FieldType): string | null =>
  type === "text" || type === "other" || TAKES[from]?.includes(type)
    ? null
    : `It takes ${TYPES[type]}, and would get ${sayField(from)}.`;

function sayWrongText(text: string, { type, options }: CrmField): string | null {
  if (type === "choice" && options.length > 0 && !options.some(({ value }) => value === text))
    return `“${text}” is not in its list.`;
  const fits = type === "number" ? text.trim() !== "" && Number.isFinite(Number(text)) : type !== "reference";
  return fits ? null : `It takes ${TYPES[type]}, and would get “${text}”.`;
}

/** Fields that the CRM refuses a new record without, and the address that people are recognised by. */
export function findUnmapped(mapping: FieldMapping[], fields: CrmField[]): string[] {
  const mapped = new Set(mapping.map(({ field }) => field));
  const required = fields.filter(({ required: needed, archived, name }) => needed && !archived && !mapped.has(name));
  const hasEmail = mapping.some(({ value }) => "from" in value && value.from === "email");
  const named = required.map(({ label }) => label);
  return hasEmail || required.some(({ type }) => type === "email") ? named : [...named, "e-mail address"];
}

function findRequired({ definition }: Subject, half: Half, mapping: FieldMapping[], fields: CrmField[]): Finding {
  const fact = factOf("required", half, "required fields");
  const missing = findUnmapped(mapping, fields);
  if (missing.length === 0) return fine(fact, "required_mapped", { seen: "Everything that is required is mapped." });
  return failed(fact, "required_unmapped", {
    seen: `Not mapped: ${missing.join(", ")}.`,
    todo: `Map ${missing.length === 1 ? "it" : "them"} in ${HALF_TITLES[half]}, and save.`,
    explained: definition.id === "servicetitan" ? "sixFields" : "mapping",
  });
}
