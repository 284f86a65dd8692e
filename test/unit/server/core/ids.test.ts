import { expect, test } from "vitest";
import { isSameSecret } from "#server/core/ids.ts";

test("a secret is the same as itself alone, of whatever length the other is", () => {
  expect(isSameSecret("a secret", "a secret")).toBe(true);
  for (const given of ["", "a", "a secreT", "a secret ", "ä secret"])
    expect(isSameSecret(given, "a secret")).toBe(false);
});
