import { expect, test } from "vitest";
import { sayCaseDone } from "#site/desk/case-done-words.ts";

const done = { id: "aud_1", at: "2026-11-30T09:00:00.000Z", by: "Mara", did: "tagged", was: {}, is: {} };
const given = (name: string, isWhoDid: boolean) => ({ is: { ownerId: "u" }, owner: { name, isWhoDid } });

test.each([
  [{ did: "solved" }, "solved it"],
  [{ is: { state: "open" } }, "opened it again"],
  [given("Mara", true), "took it"],
  [given("Tom", false), "gave it to Tom"],
  [{ is: { ownerId: null } }, "gave it to nobody"],
  [{ was: { priority: "normal" }, is: { priority: "urgent" } }, "made it urgent, it was normal"],
  [{ was: { tags: ["crm"] }, is: { tags: ["vip", "new"] } }, "tagged it vip and new, took the tag crm away"],
  [{ is: { snoozedUntil: null } }, "put it back in the list"],
  [{ is: { mergedInto: "RF-7K2M-041" } }, "merged it into RF-7K2M-041"],
  [{ is: { takenIn: "RF-7K2M-042" } }, "took RF-7K2M-042 in"],
  [{ is: { junk: true } }, "took it for junk"],
  [{ was: { subject: "Help" }, is: { subject: "Stage is gone" } }, "renamed it, it was “Help”"],
  [{ was: { subject: null }, is: { subject: "Stage is gone" } }, "named it"],
  [{ was: { tags: [] }, is: { tags: ["vip"], state: "solved" } }, "solved it; tagged it vip"],
])("what a colleague did is said in words: %o", (what, says) => {
  expect(sayCaseDone({ ...done, ...what })).toBe(says);
});

test("a snooze says until when, with its day", () => {
  const is = { snoozedUntil: "2026-12-07T12:00:00.000Z" };
  expect(sayCaseDone({ ...done, is })).toMatch(/^snoozed it until Mon,? 7 Dec, \d\d:00$/);
});
