import { expect, test } from "vitest";
import { tellTrail } from "#site/islands/trail/trail-lines.ts";
import type { TrailEntry } from "#site/islands/trail/trail.ts";

const at = "2026-11-23T14:21:00.000Z";
const step = (number: number, state: "done" | "failed", article = "a/b"): TrailEntry => ({
  at,
  kind: "step",
  ref: `${article}#step-${number}`,
  title: `Step ${number} ${state === "done" ? "worked" : "did not work"}: Open the tab`,
  state,
});
const tell = (entries: TrailEntry[]) => tellTrail(entries).map(({ text }) => text);

test("steps of one article that worked one after the other are one line", () => {
  expect(tell([step(1, "done"), step(2, "done"), step(4, "done")])).toEqual(["Steps 1, 2 and 4 worked"]);
});

test("one step keeps its own words", () => {
  expect(tell([step(1, "done")])).toEqual(["Step 1 worked: Open the tab"]);
});

test("a failed step, or another article, begins a new line", () => {
  const lines = tellTrail([step(1, "done"), step(2, "failed"), step(1, "done", "c/d")]);
  expect(lines.map(({ state }) => state)).toEqual(["done", "failed", "done"]);
});

test("sections are not told: they are for support, not for the reader's own list", () => {
  expect(tell([{ at, kind: "section", ref: "a/b#x", title: "Read “X”" }])).toEqual([]);
});
