import { expect, test } from "vitest";
import { walkSteps } from "#site/islands/steps/walk.ts";

test("nothing judged: the knob waits at the first step", () => {
  expect(walkSteps([undefined, undefined, undefined])).toEqual(["current", "todo", "todo"]);
});

test("the knob stands after the steps that worked", () => {
  expect(walkSteps(["done", "done", undefined, undefined])).toEqual(["done", "done", "current", "todo"]);
});

test("a failed step is where the reader is; nothing after it is current", () => {
  expect(walkSteps(["done", "failed", undefined])).toEqual(["done", "failed", "todo"]);
});

test("a step that was left out is where to go on, whatever worked after it", () => {
  expect(walkSteps(["done", undefined, "done"])).toEqual(["done", "current", "done"]);
});

test("all done: no knob is left", () => {
  expect(walkSteps(["done", "done"])).toEqual(["done", "done"]);
});
