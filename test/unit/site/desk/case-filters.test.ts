import { expect, test } from "vitest";
import { filtersInAddress, NO_FILTERS, readFilters, toQuery } from "#site/desk/case-filters.ts";

const inAddress = (of: Parameters<typeof filtersInAddress>[0]) =>
  Object.fromEntries(Object.entries(filtersInAddress(of)).filter(([, word]) => word));

test.each([
  ["", {}],
  ["case=esc_1", {}],
  ["state=all", { state: null }],
  ["state=solved", { state: "solved" }],
  ["q=mails", { state: null }],
  ["tag=vip", { state: null, tag: "vip" }],
  ["state=unsolved&owner=me", { owner: "me" }],
  ["email=example.com&after=2026-11-01", { state: null, email: "example.com", after: "2026-11-01" }],
  ["before=soon", { state: null }],
])("the address ?%s means what it meant, and alone what is unsolved", (address, read) => {
  expect(readFilters(new URLSearchParams(address))).toEqual({ ...NO_FILTERS, ...read });
});

test.each(["", "state=all", "state=solved", "tag=vip", "state=unsolved&owner=me", "snoozed=yes"])(
  "what ?%s lists has that address again",
  (address) => {
    const filters = readFilters(new URLSearchParams(address));
    expect(inAddress({ ...filters, q: "" })).toEqual(Object.fromEntries(new URLSearchParams(address)));
  },
);

test("with words, any state is the address without one", () => {
  expect(inAddress({ ...NO_FILTERS, state: null, q: "mails" })).toEqual({});
  expect(inAddress({ ...NO_FILTERS, q: "mails" })).toEqual({ state: "unsolved" });
});

test("a day begins where the desk is looked at", () => {
  const { after } = toQuery({ ...NO_FILTERS, after: "2026-11-01" }, "");
  expect(new Date(after ?? "").getHours()).toBe(0);
});
