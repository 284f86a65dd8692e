import { describe, expect, test } from "vitest";
import type { ArticleParts } from "#server/features/articles/articles.schema.ts";
import { comesBack, scoreArticle } from "#server/features/articles/score-article.ts";
import { newcombe, wilson } from "#server/features/articles/wilson.ts";

describe("Wilson's interval", () => {
  // Newcombe, Two-sided confidence intervals for the single proportion (1998), table I, method 3.
  test.each([
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
  ])("of %i in %i is as published", (hits, of, low, high) => {
    const interval = wilson({ hits, of });
    expect(interval.low).toBeCloseTo(low, 4);
    expect(interval.high).toBeCloseTo(high, 4);
  });

  test("of nothing says nothing", () => expect(wilson({ hits: 0, of: 0 })).toEqual({ low: 0, high: 1 }));
});

describe("Newcombe's interval", () => {
  // Newcombe, Interval estimation for the difference between independent proportions (1998), table II, method 10.
  test.each([
    [48, 80, 56, 70, 0.0524, 0.3339],
    [3, 10, 9, 10, 0.1705, 0.809],
    [0, 29, 5, 56, -0.0381, 0.1926],
    [0, 10, 10, 10, 0.6075, 1],
  ])("between %i of %i and %i of %i is as published", (hits, of, hitsAfter, ofAfter, low, high) => {
    const interval = newcombe({ hits, of }, { hits: hitsAfter, of: ofAfter });
    expect(interval.low).toBeCloseTo(low, 4);
    expect(interval.high).toBeCloseTo(high, 4);
  });

  test("without a vote after it holds both better and worse", () => {
    const { low, high } = newcombe({ hits: 30, of: 40 }, { hits: 0, of: 0 });
    expect(low).toBeLessThan(0);
    expect(high).toBeGreaterThan(0);
  });
});

describe("the score", () => {
  const none: ArticleParts = { views: 0, votes: { hits: 0, of: 0 }, steps: { hits: 0, of: 0 }, answers: 0, cases: 0 };
  const score = (parts: Partial<ArticleParts>) => scoreArticle({ ...none, ...parts });

  test("of an article that nobody was let down by is nothing", () => {
    expect(score({})).toMatchObject({ readers: 0, rate: 0, harm: 0 });
    expect(score({ views: 500, votes: { hits: 0, of: 40 } }).harm).toBe(0);
  });

  test("is the lower end of the rate of No, times readers", () => {
    const { readers, rate, harm } = score({ views: 1000, votes: { hits: 81, of: 263 } });
    expect(readers).toBe(1000);
    expect(rate).toBeCloseTo(0.2553, 4);
    expect(harm).toBeCloseTo(255.3, 1);
  });

  test("puts many voices before a worse rate of few", () => {
    const few = score({ views: 300, votes: { hits: 2, of: 2 } });
    const many = score({ views: 300, votes: { hits: 60, of: 100 } });
    expect(many.harm).toBeGreaterThan(few.harm);
  });

  test("puts many readers before a worse rate", () => {
    const rare = score({ views: 20, votes: { hits: 9, of: 10 } });
    const common = score({ views: 5000, votes: { hits: 30, of: 200 } });
    expect(common.harm).toBeGreaterThan(rare.harm);
  });

  test("counts whoever asked or wrote as they are, and nobody twice", () => {
    expect(score({ views: 100, cases: 7 }).harm).toBeCloseTo(7);
    expect(score({ views: 100, cases: 20, answers: 50 }).harm).toBeCloseTo(60);
  });

  test("knows of readers who are not counted as views", () => {
    expect(score({ cases: 3 })).toMatchObject({ readers: 3, rate: 1, harm: 3 });
  });
});

describe("what was dismissed", () => {
  test("comes back with twice as many people, five more at the least", () => {
    expect(comesBack(0, 4.9)).toBe(false);
    expect(comesBack(0, 5)).toBe(true);
    expect(comesBack(20, 39)).toBe(false);
    expect(comesBack(20, 40)).toBe(true);
  });
});
