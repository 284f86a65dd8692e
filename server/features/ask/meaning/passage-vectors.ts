import { setTimeout as sleep } from "node:timers/promises";
import type { Hub } from "#content/schema.ts";
import type { KnowledgeIndex } from "#server/knowledge/knowledge-index.ts";
import type { OpenKnowledge } from "#server/knowledge/open-knowledge.ts";
import { collectVectors, type CollectDeps } from "./collect-vectors.ts";
import { EmbeddingFailure, type Embedder } from "./embedder.ts";
import { DAY_MS } from "#server/core/durations.values.ts";

export type PassageVectorsDeps = CollectDeps & {
  knowledge: OpenKnowledge;
  hub: Pick<Hub, "languages">;
  builds: { onBuild(listener: () => void): void };
  shutdown: AbortSignal;
};

const LONGEST_REST_MS = 10 * 60 * 1000;

/**
 * Has the passages of the build that is served embedded, of one language after the other, in the background, from now until `shutdown`. Several processes
 * may do so at once: what one has kept the others find, and what two have made is kept once.
 * @returns the vectors of an index's passages, null until all are there
 */
export function openPassageVectors(deps: PassageVectorsDeps, embedder: Embedder) {
  const ready = new WeakMap<KnowledgeIndex, Float32Array>();
  let changed = new AbortController();
  deps.builds.onBuild(() => changed.abort());

  async function keepUp(): Promise<void> {
    let failures = 0;
    let trouble = "";
    while (!deps.shutdown.aborted) {
      changed = new AbortController();
      const stop = AbortSignal.any([deps.shutdown, changed.signal]);
      let restMs = DAY_MS; // then it is noted again that they are used
      try {
        for (const language of deps.hub.languages) {
          const knowledge = deps.knowledge.current(language);
          ready.set(knowledge, await collectVectors(deps, embedder, knowledge, stop));
        }
        failures = 0;
        trouble = "";
      } catch (error) {
        if (stop.aborted) continue;
        const asked = error instanceof EmbeddingFailure ? error.restMs : 0;
        restMs = Math.max(asked, Math.min(LONGEST_REST_MS, 1000 * 2 ** failures++));
        if (String(error) !== trouble)
          deps.log.warn({ err: error }, "passages are not embedded; words alone find them until that works");
        trouble = String(error);
      }
      await sleep(restMs, undefined, { signal: stop, ref: false }).catch(() => {});
    }
  }
  setImmediate(() => void keepUp()); // the start goes first
  return (knowledge: KnowledgeIndex): Float32Array | null => ready.get(knowledge) ?? null;
}
