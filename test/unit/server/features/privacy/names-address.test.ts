import { expect, test } from "vitest";
import { namesAddress } from "#server/features/privacy/names-address.ts";

const names = (said: unknown) => namesAddress(said, "ann@acme.co");

test.each([
  "ann@acme.co",
  "Mail Ann@ACME.co.",
  "<ann@acme.co>, mailto:ann@acme.co",
  'it is "ann@acme.co"!',
  "'ann@acme.co'",
  "-ann@acme.co-",
  "...ann@acme.co...",
  "joann@acme.co and ann@acme.co",
  "sign-in-as:ann@acme.co:3",
  "one\nann@acme.co\ntwo",
])("%s names the address", (said) => expect(names(said)).toBe(true));

test.each([
  "joann@acme.co",
  "jo.ann@acme.co",
  "jo-ann@acme.co, jo_ann@acme.co, jo+ann@acme.co",
  "jo'ann@acme.co",
  "zoéann@acme.co",
  "ann@acme.com",
  "ann@acme.co.uk",
  "ann@acme.co-op",
  "ann@acme.coé",
  "ann at acme.co",
])("%s is somebody else's", (said) => expect(names(said)).toBe(false));

test("it is found wherever it stands in JSON", () => {
  expect(names({ a: [1, null, { b: "to ann@acme.co" }] })).toBe(true);
  expect(names({ "ann@acme.co": true })).toBe(true);
  expect(names({ a: ["ann@acme.com"], b: "joann@acme.co" })).toBe(false);
});
