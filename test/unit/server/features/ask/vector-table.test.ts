import { expect, it } from "vitest";
import { compareVectors, createVectorTable } from "#server/features/ask/meaning/vector-table.ts";

const unit = (...parts: number[]) => Float32Array.from(parts, (part) => part / Math.hypot(...parts));

it("a table has a vector for each passage, the same for those that say the same", () => {
  const table = createVectorTable(["a", "b", "a"]);
  expect(table.put("a", unit(1, 0))).toBe(true);
  expect(table.put("b", unit(1, 0, 0))).toBe(false);
  expect(table.put("b", unit(0, 1))).toBe(true);
  expect([...table.all()]).toEqual([1, 0, 0, 1, 1, 0]);
});

it("the nearest passage is 1 near, the average one 0, whatever range a model's cosines lie in", () => {
  // a third number that all share: no two of them are far from each other
  for (const shared of [0, 5]) {
    const vectors = [unit(1, 0, shared), unit(0, 1, shared), unit(0.2, 1, shared), unit(1, 0.3, shared)];
    const all = Float32Array.from(vectors.flatMap((vector) => [...vector]));
    const near = compareVectors(all, 4, unit(1, 0.1, shared)) ?? [];
    expect(near[0]).toBeCloseTo(1);
    expect([near[1], near[2]]).toEqual([0, 0]);
    expect(near[3]).toBeGreaterThan(0.8);
  }
});

it("vectors of different models are not compared", () => {
  expect(compareVectors(new Float32Array(8), 4, unit(1, 0, 0))).toBeNull();
  expect(compareVectors(new Float32Array(), 0, unit(1, 0))).toBeNull();
});
