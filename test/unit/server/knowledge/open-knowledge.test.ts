import { expect, it } from "vitest";
import { loadHub } from "#content/hub.ts";
import type { Knowledge } from "#content/knowledge.ts";
import { openKnowledge } from "#server/knowledge/open-knowledge.ts";
import { sampleKnowledge } from "#test/fakes/knowledge.ts";

it("knows a new build's articles as soon as it is served, while an answer under way keeps its own", () => {
  const build = (knowledge: Knowledge) => ({ knowledge: () => knowledge });
  const listeners: ((build: { knowledge(): Knowledge }) => void)[] = [];
  const builds = {
    current: () => build(sampleKnowledge),
    onBuild: (listener: (typeof listeners)[number]) => listeners.push(listener),
  };
  const opened = openKnowledge(builds, loadHub("content"));
  const before = opened.current();
  for (const listener of listeners)
    listener(build({ ...sampleKnowledge, articles: sampleKnowledge.articles.slice(1) }));
  expect(opened.current().search("tenant id").passages).toEqual([]);
  expect(before.search("tenant id").passages).not.toEqual([]);
});
