/** As much of SOQL as is asked: fields of one object or how many there are, one condition on Email, an order, a limit. */
export type Soql = {
  counts: boolean;
  fields: string[];
  object: string;
  email: string | null;
  orderBy: string[];
  limit: number;
};

const SHAPE =
  /^SELECT ([\w,]+|COUNT\(\)) FROM (\w+)(?: WHERE Email = '((?:[^'\\]|\\.)*)')?(?: ORDER BY ([\w,]+))?(?: LIMIT (\d+))?$/s;
const ESCAPED: Record<string, string> = { n: "\n", r: "\r", t: "\t", "'": "'", '"': '"', "\\": "\\" };

/** Null: MALFORMED_QUERY. */
export function parseSoql(text: string): Soql | null {
  const [, fields, object, literal, orderBy, limit] = SHAPE.exec(text) ?? [];
  if (!fields || !object) return null;
  const escapes = [...(literal ?? "").matchAll(/\\(.)/gs)];
  if (/[\n\r]/.test(literal ?? "") || escapes.some(([, sign = ""]) => !(sign in ESCAPED))) return null;
  return {
    counts: fields === "COUNT()",
    fields: fields.split(","),
    object,
    email: literal?.replace(/\\(.)/gs, (_, sign: string) => ESCAPED[sign]!) ?? null,
    orderBy: orderBy?.split(",") ?? [],
    limit: limit ? Number(limit) : Infinity,
  };
}

type SalesforceRecord = Record<string, unknown>;

/** Texts are compared whatever their case, and false comes before true. */
export function runSoql(
  { fields, object, email, orderBy, limit }: Soql,
  records: SalesforceRecord[],
): SalesforceRecord[] {
  return records
    .filter((record) => email === null || String(record["Email"]).toLowerCase() === email.toLowerCase())
    .sort((a, b) => orderBy.map((field) => compare(a[field], b[field])).find((order) => order !== 0) ?? 0)
    .slice(0, limit)
    .map((record) => ({
      attributes: { type: object },
      ...Object.fromEntries(fields.map((field) => [field, record[field] ?? null])),
    }));
}

function compare(a: unknown, b: unknown): number {
  if (typeof a === "string" && typeof b === "string") return a < b ? -1 : Number(a > b);
  return Number(a) - Number(b);
}
