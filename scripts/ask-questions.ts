// node scripts/ask-questions.ts CONTENT BUILD [BEFORE]: asks a new build the writers' questions, and says which it
// answers otherwise than they say, and what changed since the build before. Silent when all is well.
import process from "node:process";
import { lightenStart } from "#server/core/light-start.ts";

const TOLD_AT_MOST = 20;

lightenStart();
const { askBuild } = await import("./questions/ask-build.ts");
const { changedArticles, readVersions } = await import("./questions/changed-articles.ts");
const { tellMisses } = await import("./questions/tell-misses.ts");

const [contentDir = "", buildDir = "", before] = process.argv.slice(2);
try {
  const asked = await askBuild(contentDir, buildDir);
  const changes = changedArticles(before ? readVersions(before) : null, readVersions(buildDir));
  const told = tellMisses(asked, { changes, atMost: TOLD_AT_MOST });
  if (told) process.stderr.write(`${told}\n`);
} catch (error) {
  process.stderr.write(
    `The writers' questions could not be asked: ${error instanceof Error ? error.message : String(error)}\n`,
  );
}
