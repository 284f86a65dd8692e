import { expect, test } from "vitest";
import { findBreaks } from "#test/support/find-breaks.ts";

type Schema = Record<string, unknown>;
const json = (schema: Schema) => ({ content: { "application/json": { schema } } });
const object = (properties: Record<string, Schema>, required = Object.keys(properties)) => ({
  type: "object",
  properties,
  required,
});
const TEXT = { type: "string", maxLength: 100 };
const SENT = object({ name: TEXT, kind: { type: "string", enum: ["a", "b"] } }, ["name"]);
const READ = object({
  id: { type: "string" },
  state: { type: "string", enum: ["new"] },
  at: { type: ["string", "null"] },
});
const q = (required: boolean) => ({ name: "q", in: "query", required, schema: TEXT });

type Parts = { sent?: Schema; read?: Schema; parameters?: Schema[]; more?: Schema };

const shape = ({ sent = SENT, read = READ, parameters = [q(false)], more = {} }: Parts = {}) => ({
  paths: { "/v1/things": { post: { parameters, requestBody: json(sent), responses: { 200: json(read) } } }, ...more },
  webhooks: { "thing.made": { post: { requestBody: json(read) } } },
});
const breaksOf = (after: Parts) => findBreaks(shape(), shape(after));

test("what is the same, and what is only added, breaks nothing", () => {
  expect(breaksOf({})).toEqual([]);
  expect(breaksOf({ more: { "/v1/others": {} } })).toEqual([]);
  expect(breaksOf({ read: object({ ...READ.properties, extra: TEXT }) })).toEqual([]);
  expect(breaksOf({ sent: object({ ...SENT.properties, extra: TEXT }, ["name"]) })).toEqual([]);
  expect(
    breaksOf({ sent: object({ ...SENT.properties, kind: { type: "string", enum: ["a", "b", "c"] } }, ["name"]) }),
  ).toEqual([]);
  expect(breaksOf({ sent: object(SENT.properties, []) })).toEqual([]);
  expect(breaksOf({ parameters: [q(false), { ...q(false), name: "topic" }] })).toEqual([]);
});

test("what is gone is said with its place", () => {
  expect(findBreaks(shape({ more: { "/v1/others": {} } }), shape())).toEqual(["/v1/others is gone"]);
  const { at: _at, ...rest } = READ.properties;
  expect(breaksOf({ read: object(rest) })).toEqual([
    "/v1/things post 200.at may be missing now",
    "/v1/things post 200: at is gone",
    "thing.made.at may be missing now",
    "thing.made: at is gone",
  ]);
  expect(breaksOf({ parameters: [] })).toEqual(["/v1/things post query q is gone"]);
});

test("what is asked for in addition, or refused now, breaks whoever sends", () => {
  expect(breaksOf({ sent: object(SENT.properties) })).toEqual(["/v1/things post body.kind must be given now"]);
  expect(breaksOf({ parameters: [q(true)] })).toEqual(["/v1/things post query q must be given now"]);
  expect(breaksOf({ parameters: [q(false), { ...q(true), name: "topic" }] })).toHaveLength(1);
  expect(breaksOf({ sent: object({ ...SENT.properties, name: { type: "string", maxLength: 50 } }, ["name"]) })).toEqual(
    ["/v1/things post body: name: maxLength is stricter"],
  );
  expect(
    breaksOf({ sent: object({ ...SENT.properties, kind: { type: "string", enum: ["a"] } }, ["name"]) }),
  ).toHaveLength(1);
});

test("another type, and null where none was, breaks whoever reads", () => {
  expect(breaksOf({ read: object({ ...READ.properties, id: { type: "number" } }) })).toHaveLength(2);
  expect(breaksOf({ read: object({ ...READ.properties, id: { type: ["string", "null"] } }) })).toHaveLength(2);
  expect(breaksOf({ read: object({ ...READ.properties, at: { type: "string" } }) })).toEqual([]);
});

test("what may be null is compared as what it else is", () => {
  const nullable = (schema: Schema) => ({ anyOf: [schema, { type: "null" }] });
  const compare = (was: Schema, is: Schema) => findBreaks(shape({ read: was }), shape({ read: is }));
  const withDays = (days: Schema) => object({ days });
  const [short, long] = [object({ since: TEXT }), object({ since: TEXT, says: TEXT })];
  expect(compare(withDays(nullable(short)), withDays(nullable(long)))).toEqual([]);
  expect(compare(withDays(nullable(long)), withDays(nullable(short)))).toContain(
    "/v1/things post 200: days: says is gone",
  );
  expect(compare(withDays(nullable(short)), withDays(short))).toEqual([]);
  expect(compare(withDays({ anyOf: [short] }), withDays(nullable(short)))).toHaveLength(2);
  // of several, none may change
  const either = (schema: Schema) => ({ anyOf: [schema, TEXT, { type: "null" }] });
  expect(compare(withDays(either(short)), withDays(either(long)))).toHaveLength(2);
});
