import { expect, test } from "vitest";
import { readSearch } from "#site/desk/search-words.ts";

test.each([
  ["no mails", { q: "no mails" }],
  ["is:open tag:vip  no mails", { state: "open", tag: "vip", q: "no mails" }],
  ["status:Solved owner:me", { state: "solved", owner: "me", q: "" }],
  ["assignee:nobody priority:urgent", { owner: "nobody", priority: "urgent", q: "" }],
  ["is:snoozed is:junk tag:#crm-setup", { snoozed: "yes", junk: "yes", tag: "crm-setup", q: "" }],
  ["owner:Mara is:lost https://example.com/a error:17", { q: "owner:Mara is:lost https://example.com/a error:17" }],
  ["constructor:x __proto__:y", { q: "constructor:x __proto__:y" }],
])("%s", (typed, read) => {
  expect(readSearch(typed)).toEqual(read);
});
