import { describe, expect, it } from "vitest";
import { newReference } from "#server/features/escalation/reference.ts";

describe("a case's reference", () => {
  it("begins with the product's initials", () => {
    expect(newReference("Referral Factory")).toMatch(/^RF-[2-9A-Z]{4}-\d{3}$/);
    expect(newReference("Acme")).toMatch(/^AC-/);
    expect(newReference("The Really Long Name Company")).toMatch(/^TRL-/);
    expect(newReference("Élan Vital")).toMatch(/^EV-/);
    expect(newReference("ヘルプ")).toMatch(/^HR-/);
  });
  it("has no letter that can be taken for a digit", () => {
    const letters = Array.from({ length: 500 }, () => newReference("A B").split("-")[1]).join("");
    expect(letters).not.toMatch(/[01ILOU]/);
  });
});
