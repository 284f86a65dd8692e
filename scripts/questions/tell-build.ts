import { idOf } from "#content/questions.ts";
import { askBuild } from "./ask-build.ts";
import { changedArticles, readVersions } from "./changed-articles.ts";
import { readMissed, writeMissed } from "./missed-before.ts";
import { tellMisses } from "./tell-misses.ts";

const TOLD_AT_MOST = 5;

/**
 * Asks a new build the writers' questions. Gives what is to be told: how many it answers otherwise than they say, which
 * of these the build `before` did not miss yet, and what changed since. Empty when all is well.
 */
export async function tellBuild(contentDir: string, buildDir: string, before: string | undefined): Promise<string> {
  const asked = await askBuild(contentDir, buildDir);
  writeMissed(buildDir, asked.judged);
  if (!before) return tellMisses(asked, { isNews: () => false });
  const missedBefore = readMissed(before);
  return tellMisses(asked, {
    changes: changedArticles(readVersions(before), readVersions(buildDir)),
    isNews: ({ question }) => !missedBefore.has(idOf(question)),
    atMost: TOLD_AT_MOST,
  });
}
