import type { Knowledge } from "#content/knowledge.ts";
import { createKnowledge, type KnowledgeIndex } from "./knowledge-index.ts";

type KnownBuild = { knowledge(): Knowledge };
type BuildSource = { current(): KnownBuild; onBuild(listener: (build: KnownBuild) => void): void };

/** The index of the build that is served. Ask for it once a request, so that one answer is from one build. */
export type OpenKnowledge = { current(): KnowledgeIndex };

/** Makes the index, and a new one after each switch to a new build. Answers that are under way keep the one they began with. */
export function openKnowledge(builds: BuildSource): OpenKnowledge {
  let index = createKnowledge(builds.current().knowledge());
  builds.onBuild((build) => {
    index = createKnowledge(build.knowledge());
  });
  return { current: () => index };
}
