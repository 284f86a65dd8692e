/** A schema of the API as rows for people: where a field stands, what it is, whether it must be given. */

export type Field = { name: string; type: string; required: boolean };
/** What of a JSON Schema is read here. */
type Loose = {
  type?: string | string[];
  format?: string;
  enum?: unknown[];
  const?: unknown;
  anyOf?: unknown[];
  maxLength?: number;
  properties?: Record<string, unknown>;
  required?: string[];
  items?: unknown;
};

const FORMATS: Record<string, string> = {
  "date-time": "date and time (ISO 8601)",
  date: "date (ISO 8601)",
  email: "e-mail address",
  uri: "address",
};
const WORDS_SHOWN = 20;

/** Every field of it, those within others by their whole name: `hits[].title`. */
export function listFields(schema: unknown, within = ""): Field[] {
  const { properties = {}, required = [], items } = readSchema(schema);
  if (items !== undefined) return listFields(items, `${within}[]`);
  return Object.entries(properties).flatMap(([name, field]) => {
    const whole = within ? `${within}.${name}` : name;
    const own = { name: whole, type: sayType(readSchema(field)), required: required.includes(name) };
    return [own, ...listFields(withoutNull(field), whole)];
  });
}

// the document is this hub's own, and holds no references
const readSchema = (schema: unknown): Loose => schema ?? {};

/** What a field is where it is not null. */
function withoutNull(schema: unknown): unknown {
  const { anyOf } = readSchema(schema);
  return anyOf?.find((one) => readSchema(one).type !== "null") ?? schema;
}

function sayType(schema: Loose): string {
  const { type, format, enum: words, const: only, anyOf, maxLength } = schema;
  if (anyOf) return [...new Set(anyOf.map((one) => sayType(readSchema(one))))].join(" or ");
  if (only !== undefined) return JSON.stringify(only);
  if (words) return `one of ${words.slice(0, WORDS_SHOWN).map(String).join(", ")}`;
  if (Array.isArray(type)) return type.map((one) => sayType({ ...schema, type: one })).join(" or ");
  if (type === "array") return `list of ${sayType(readSchema(schema.items))}`;
  if (type === "integer") return "whole number";
  if (type === "object") return "object";
  if (type === "boolean") return "true or false";
  if (type === "string" && format && FORMATS[format]) return FORMATS[format];
  if (type === "string") return maxLength === undefined ? "text" : `text, at most ${maxLength} characters`;
  return type ?? "anything";
}
