// node scripts/ask-questions.ts CONTENT BUILD [BEFORE]: asks a new build the writers' questions, and says which it
// answers otherwise than they say. Run by build.mjs.
import process from "node:process";
import { lightenStart } from "#server/core/light-start.ts";
import { wordsOf } from "#server/core/errors.ts";

lightenStart();
const { tellBuild } = await import("./questions/tell-build.ts");

const [contentDir = "", buildDir = "", before] = process.argv.slice(2);
try {
  const told = await tellBuild(contentDir, buildDir, before);
  if (told) process.stderr.write(`${told}\n`);
} catch (error) {
  process.stderr.write(`The writers' questions could not be asked: ${wordsOf(error)}\n`);
}
