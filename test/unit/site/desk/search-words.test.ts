import { expect, test } from "vitest";
import { namesColleague, readSearch } from "#site/desk/search-words.ts";

const COLLEAGUES = [
  { id: "usr_1", name: "Mara Lind" },
  { id: "usr_2", name: "Tom Ek" },
  { id: "usr_3", name: "Tom Berg" },
];

test.each([
  ["no mails", { state: null, q: "no mails" }],
  ["is:open tag:vip  no mails", { state: "open", tag: "vip", q: "no mails" }],
  ["is:unsolved", { state: "unsolved", q: "" }],
  ["status:Solved owner:me", { state: "solved", owner: "me", q: "" }],
  ["assignee:nobody priority:urgent", { state: null, owner: "nobody", priority: "urgent", q: "" }],
  ["is:snoozed is:junk tag:#crm-setup", { state: null, snoozed: "yes", junk: "yes", tag: "crm-setup", q: "" }],
  ["owner:Mara x", { state: null, owner: "usr_1", q: "x" }],
  ['owner:"Tom Berg"', { state: null, owner: "usr_3", q: "" }],
  ["from:Dana@Example.com", { state: null, email: "dana@example.com", q: "" }],
  ["after:2026-11-01 before:2026-12-01", { state: null, after: "2026-11-01", before: "2026-12-01", q: "" }],
])("%s", (typed, read) => {
  expect(readSearch(typed, COLLEAGUES)).toEqual(read);
});

test.each([
  "owner:tom",
  "owner:Ada is:lost https://example.com/a error:17",
  "constructor:x __proto__:y",
  "before:yesterday after:2026-02-31",
  'a "few words" of:"a log"',
])("no filter, but words: %s", (typed) => {
  expect(readSearch(typed, COLLEAGUES)).toEqual({ state: null, q: typed });
});

test("where nothing is typed, nothing is searched", () => {
  expect(readSearch("  ")).toEqual({ q: "" });
});

test("who may be meant is asked only where a name stands", () => {
  expect(["owner:me", "owner:nobody x", "from:owner"].map(namesColleague)).toEqual([false, false, false]);
  expect(["owner:mara", 'x assignee:"Mara Lind"', "owner:metha"].map(namesColleague)).toEqual([true, true, true]);
});
