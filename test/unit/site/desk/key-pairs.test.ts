import { expect, test } from "vitest";
import { nameKey } from "#site/desk/key-pairs.ts";

const press = (key: string, timeStamp: number, repeat = false) => nameKey({ key, repeat, timeStamp });

test("a key pressed soon after g is the second of a pair, whether there is such a pair or not; later it is itself", () => {
  expect([press("g", 0), press("n", 1000), press("n", 1100)]).toEqual(["g", "g n", "n"]);
  expect([press("g", 2000), press("e", 2100), press("e", 2200)]).toEqual(["g", "g e", "e"]);
  expect([press("g", 3000), press("e", 5000)]).toEqual(["g", "e"]);
});

test("g may be held down, and its second be a capital or g itself; Escape ends the pair", () => {
  expect([press("g", 10_000), press("g", 10_500, true), press("n", 11_000)]).toEqual(["g", "g", "g n"]);
  expect([press("g", 20_000), press("Shift", 20_100), press("X", 20_200)]).toEqual(["g", "Shift", "g X"]);
  expect([press("g", 30_000), press("g", 30_100), press("e", 30_200)]).toEqual(["g", "g g", "e"]);
  expect([press("g", 40_000), press("Escape", 40_100), press("e", 40_200)]).toEqual(["g", "g Escape", "e"]);
});
