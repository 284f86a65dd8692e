import { expect, it } from "vitest";
import { redactText } from "#server/core/redact.ts";

it.each([
  ["write to jane.doe+x@mail.example.co.uk now", "write to [address] now"],
  ["call +27 (0)21 555-0199", "call [number]"],
  ["card 4111 1111 1111 1111", "card [number]"],
  ["tenant 123456 and 12345", "tenant [number] and 12345"],
  ["error 429 after 10 seconds in 2026", "error 429 after 10 seconds in 2026"],
])("takes addresses and long numbers out of %j", (text, redacted) => {
  expect(redactText(text)).toBe(redacted);
});
