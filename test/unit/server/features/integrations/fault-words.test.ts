import { expect, test } from "vitest";
import { connectProblemWords } from "#server/features/integrations/connections/connect-problems.values.ts";
import { faultWords } from "#server/features/integrations/fault-words.values.ts";
import { FAULT_CODES } from "#server/features/integrations/integrations.values.ts";
import { VendorFault } from "#server/features/integrations/vendor-fault.ts";
import { vendorProblem } from "#server/features/integrations/vendor-problem.ts";

test.each(FAULT_CODES)("%s says what happened at which CRM, and what to do", (code) => {
  const { title, todo } = faultWords("Salesforce", { code });
  expect(title).toMatch(/Salesforce.*\.$/);
  expect(todo).toMatch(/^[A-Z].*\.$/);
  expect(`${title} ${todo}`).not.toMatch(/undefined|invalid/i);
});

test("no two faults say the same", () => {
  const titles = FAULT_CODES.map((code) => faultWords("HubSpot", { code }).title);
  expect(new Set(titles).size).toBe(FAULT_CODES.length);
});

test("a missing permission is named, and keys are not blamed", () => {
  const { title, todo } = faultWords("HubSpot", { code: "scope_missing", scope: "crm.objects.contacts.read" });
  expect(title).toContain("crm.objects.contacts.read");
  expect(`${title} ${todo}`).not.toMatch(/key|credential|password/i);
});

test("a limit says how long it lasts", () => {
  expect(faultWords("Intercom", { code: "limited", retryAfter: 170 }).todo).toContain("in 3 minutes");
  expect(vendorProblem("Intercom", new VendorFault("limited", "", { retryAfter: 170 }))).toMatchObject({
    status: 503,
    retryAfter: 170,
  });
});

test("what stands in an address and is no problem of ours has no words", () => {
  expect(connectProblemWords("denied", "HubSpot")?.title).toContain("HubSpot");
  expect(connectProblemWords("scope_missing", "HubSpot", "a.b")?.title).toContain("a.b");
  for (const code of ["", "toString", "<script>", "__proto__"]) expect(connectProblemWords(code, "x")).toBeNull();
});
