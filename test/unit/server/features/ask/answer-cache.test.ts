import { expect, test } from "vitest";
import { createAnswerCache, type AnswerKey, type WrittenAnswer } from "#server/features/ask/answer-cache.ts";
import { endOwn } from "#server/features/ask/write-answer.ts";

const key = (change: Partial<AnswerKey> = {}): AnswerKey => ({
  question: "Which CRMs?",
  page: null,
  sources: "[1]",
  knowledge: "k1",
  decided: "answered",
  model: "tiny",
  prompt: "p1",
  language: "en",
  ...change,
});
const answer = (text = "Four of them."): WrittenAnswer => ({
  sentences: [{ text, citations: [1] }],
  ending: { ...endOwn("answered"), mode: "model" },
});

test("an answer is found by all of its key, whatever the case and spaces of its question", () => {
  const cache = createAnswerCache(10);
  expect(cache.find(key())).toBeNull();
  cache.keep(key(), answer());
  expect(cache.find(key({ question: " which  CRMS? " }))).toEqual(answer());
  for (const change of [
    { question: "Which?" },
    { page: "a/b" },
    { model: "big" },
    { prompt: "p2" },
    { language: "de" },
    { sources: "[2]" },
    { knowledge: "k2" },
    { decided: "partial" },
  ])
    expect(cache.find(key(change))).toBeNull();
});

test("the answers that were asked for last stay, by number and by size", () => {
  const cache = createAnswerCache(2);
  for (const question of ["a", "b"]) cache.keep(key({ question }), answer());
  cache.find(key({ question: "a" }));
  cache.keep(key({ question: "c" }), answer());
  expect(["a", "b", "c"].map((question) => cache.find(key({ question })) !== null)).toEqual([true, false, true]);

  const small = createAnswerCache(100, 1000);
  for (let at = 0; at < 50; at++) small.keep(key({ question: `${at}` }), answer("x".repeat(200)));
  const kept = Array.from({ length: 50 }, (_, at) => small.find(key({ question: `${at}` }))).filter(Boolean);
  expect(kept.length).toBeGreaterThan(0);
  expect(JSON.stringify(kept).length).toBeLessThanOrEqual(1000 + kept.length * 2);
  small.keep(key({ question: "huge" }), answer("x".repeat(2000)));
  expect(small.find(key({ question: "huge" }))).toBeNull();
});

test("an answer in part, and one of the articles' own words, is not kept", () => {
  const cache = createAnswerCache(10);
  cache.find(key());
  cache.keep(key(), { ...answer(), ending: { ...endOwn("partial"), mode: "model" } });
  cache.keep(key(), { ...answer(), ending: endOwn("answered") });
  expect(cache.find(key())).toBeNull();
  cache.keep(key(), { ...answer(), ending: { ...endOwn("unanswered"), mode: "model" } });
  expect(cache.find(key())).not.toBeNull();
});
