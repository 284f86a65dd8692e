import { expect, it } from "vitest";
import { binByScore, brierScore } from "#test/eval/support/calibration.ts";

const judged = (score: number, answerable: boolean) => ({ score, answerable });

it("scores 0 where every probability is right, and .25 for who always says one half", () => {
  expect(brierScore([judged(1, true), judged(0, false)])).toBe(0);
  expect(brierScore([judged(0.5, true), judged(0.5, false)])).toBe(0.25);
  expect(brierScore([judged(0, true)])).toBe(1);
});

it("puts each question into one of five bins, 1 into the last, and says what was thought there and what is", () => {
  const bins = binByScore([
    judged(0, false),
    judged(0.19, true),
    judged(0.6, true),
    judged(0.61, false),
    judged(1, true),
  ]);
  expect(bins.map(({ questions }) => questions)).toEqual([2, 0, 0, 2, 1]);
  expect(bins[0]).toMatchObject({ p: "0 to 0.2", "mean p": 0.095, "has an answer": { value: 0.5 } });
  expect(bins[1]).toMatchObject({ "mean p": null, "has an answer": null });
  expect(bins[4]).toMatchObject({ p: "0.8 to 1", "mean p": 1, "has an answer": { value: 1 } });
});
