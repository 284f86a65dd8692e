/** What a program that was written for one shape of the API would trip over in another. */
import { isJson, type Json, list, part } from "./json.ts";

/** A caller sends `sent`, and reads `read`: what may be added to one, may not be to the other. */
type Side = "sent" | "read";

export const findBreaks = (before: unknown, after: unknown): string[] => [
  ...each(part(before, "paths"), part(after, "paths"), comparePath),
  ...each(part(before, "webhooks"), part(after, "webhooks"), (was, is, at) =>
    compareContent(part(part(was, "post"), "requestBody"), part(part(is, "post"), "requestBody"), at, "read"),
  ),
];

const isSame = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

/** All that was there has to be there still. */
const each = (was: Json, is: Json, compare: (was: unknown, is: unknown, at: string) => string[], at = ""): string[] =>
  Object.keys(was).flatMap((name) => {
    const where = at ? `${at} ${name}` : name;
    return name in is ? compare(was[name], is[name], where) : [`${where} is gone`];
  });

const comparePath = (was: unknown, is: unknown, at: string): string[] =>
  each(
    isJson(was) ? was : {},
    isJson(is) ? is : {},
    (op, now, where) => [
      ...compareParameters(list(isJson(op) ? op["parameters"] : []), list(isJson(now) ? now["parameters"] : []), where),
      ...compareContent(part(op, "requestBody"), part(now, "requestBody"), `${where} body`, "sent"),
      ...each(
        part(op, "responses"),
        part(now, "responses"),
        (answer, nowAnswer, status) => compareContent(answer, nowAnswer, status, "read"),
        where,
      ),
    ],
    at,
  );

function compareParameters(was: unknown[], is: unknown[], at: string): string[] {
  const nameOf = (parameter: unknown) =>
    isJson(parameter) ? `${String(parameter["in"])} ${String(parameter["name"])}` : "";
  const now = new Map(is.map((parameter) => [nameOf(parameter), parameter]));
  const added = is.filter(
    (parameter) => isJson(parameter) && parameter["required"] && !was.some((old) => nameOf(old) === nameOf(parameter)),
  );
  return [
    ...was.flatMap((old) => {
      const name = nameOf(old);
      const found = now.get(name);
      if (!isJson(found) || !isJson(old)) return [`${at} ${name} is gone`];
      const asked = found["required"] && !old["required"] ? [`${at} ${name} must be given now`] : [];
      return [...asked, ...compareSchema(old["schema"], found["schema"], `${at} ${name}`, "sent")];
    }),
    ...added.map((parameter) => `${at} ${nameOf(parameter)} must be given now`),
  ];
}

const compareContent = (was: unknown, is: unknown, at: string, side: Side): string[] =>
  each(
    part(was, "content"),
    part(is, "content"),
    (old, now) => compareSchema(part(old, "schema"), part(now, "schema"), at, side),
    at,
  );

/** What may be sent may grow, and what is read may shrink: never the other way round. */
function compareWords(was: unknown[], is: unknown[], at: string, side: Side, what: string): string[] {
  const [wide, narrow] = side === "sent" ? [is, was] : [was, is];
  const missing = narrow.filter((word) => !wide.some((other) => isSame(word, other)));
  return missing.length > 0
    ? [`${at}: ${what} ${missing.join(", ")} ${side === "sent" ? "is refused" : "is new"}`]
    : [];
}

const LIMITS = ["maxLength", "maximum", "maxItems", "minLength", "minimum", "minItems"] as const;

function compareSchema(was: unknown, is: unknown, at: string, side: Side): string[] {
  if (isSame(was, is)) return [];
  if (!isJson(was) || !isJson(is)) return [`${at} is something else`];
  const variants = ["anyOf", "oneOf", "allOf"].find((name) => was[name] !== undefined || is[name] !== undefined);
  if (variants) return compareKinds(list(was[variants] ?? was), list(is[variants] ?? is), at, side);
  const breaks = compareWords(list(was["type"]), list(is["type"]), at, side, "the type");
  // a word that is new in an answer is an addition: programs pass over what they do not know
  if (side === "sent" && (was["enum"] || is["enum"]))
    breaks.push(...(is["enum"] ? compareWords(list(was["enum"]), list(is["enum"]), at, side, "the word") : []));
  if (side === "sent") breaks.push(...compareLimits(was, is, at));
  breaks.push(...compareFields(was, is, at, side));
  if (was["items"] !== undefined) breaks.push(...compareSchema(was["items"], is["items"], `${at}[]`, side));
  return breaks;
}

/** What may be null, or one thing else, may be added to as that thing may. Several are held by the letter. */
function compareKinds(was: unknown[], is: unknown[], at: string, side: Side): string[] {
  const things = [was, is].map((kinds) => kinds.filter((kind) => !isNull(kind)));
  const [[old, ...others] = [], [now, ...more] = []] = things;
  if (others.length > 0 || more.length > 0)
    return compareWords(was.map(toText), is.map(toText), at, side, "one of its kinds");
  const nulls = [was, is].map((kinds) => kinds.filter(isNull).map(toText));
  return [
    ...compareWords(nulls[0] ?? [], nulls[1] ?? [], at, side, "one of its kinds"),
    ...compareSchema(old, now, at, side),
  ];
}

const isNull = (kind: unknown): boolean => isJson(kind) && kind["type"] === "null";
const toText = (kind: unknown): string => JSON.stringify(kind);

function compareLimits(was: Json, is: Json, at: string): string[] {
  const stricter = LIMITS.filter((limit) => {
    const [old, now] = [was[limit], is[limit]];
    if (typeof now !== "number" || old === now) return false;
    return typeof old !== "number" || (limit.startsWith("max") ? now < old : now > old);
  });
  const other = is["pattern"] !== undefined && is["pattern"] !== was["pattern"] ? ["pattern"] : [];
  return [...stricter, ...other].map((limit) => `${at}: ${limit} is stricter`);
}

function compareFields(was: Json, is: Json, at: string, side: Side): string[] {
  const [old, now] = [list(was["required"]), list(is["required"])];
  const [from, to, says] = side === "sent" ? [now, old, "must be given now"] : [old, now, "may be missing now"];
  const changed = from.filter((name) => !to.includes(name)).map((name) => `${at}.${String(name)} ${says}`);
  const fields = each(
    part(was, "properties"),
    part(is, "properties"),
    (a, b, name) => compareSchema(a, b, name, side),
    `${at}:`,
  );
  return [...changed, ...fields];
}
