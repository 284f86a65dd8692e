import { expect, it } from "vitest";
import { createPostings } from "#server/knowledge/postings.ts";

const { postings, lengths } = createPostings(
  [
    { often: ["lead"], once: ["lead", "deal"] },
    { often: [], once: ["stage"] },
    { often: [], once: ["deal", "deal", "constructor"] },
  ],
  5,
);
const read = (word: string) => {
  const { rows, counts } = postings(word);
  return [...rows].map((row, at) => [row, counts[at]]);
};

it("has for each word the texts with it, and how often each has it", () => {
  expect(read("lead")).toEqual([[0, 6]]);
  expect(read("deal")).toEqual([
    [0, 1],
    [2, 2],
  ]);
  expect(read("constructor")).toEqual([[2, 1]]);
  expect(read("contact")).toEqual([]);
});

it("counts each word of a text once for its length", () => {
  expect([...lengths]).toEqual([3, 1, 3]);
});
