import { expect, it } from "vitest";
import { readCodes } from "#server/features/ask/codes.ts";

it.each([
  ["we get error 429 all the time", ["429"]],
  ["INVALID_SESSION_ID (401): connect again", ["invalid_session_id", "401"]],
  ["what is crm.objects.deals.read for", ["crm.objects.deals.read"]],
  ["403 errors since monday, what does 409 mean", ["403", "409"]],
  ["we imported 500 leads and got a 429", ["429"]],
  ["there are 450 people in 400 new deals", []],
  ["500 Kontakte fehlen, Fehler 404", ["404"]],
])("of “%s” are codes: %j", (text, codes) => {
  expect(readCodes(text)).toEqual(codes);
});
