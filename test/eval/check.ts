/* oxlint-disable no-console -- a command that prints its findings */
/** `npm run eval:check -- DIR… --json FILE --failures N`: how many true sentences pass the checker, and how many changed ones it stops. */
import { existsSync, readFileSync } from "node:fs";
import { Knowledge } from "#content/knowledge.ts";
import { ENGINES } from "./check/engines.ts";
import { countTrials, sampleFailures, tableByRule, tableOfSets } from "./check/tables.ts";
import { tryParaphrases } from "./check/paraphrases.ts";
import { copiedSentences, trueSentences } from "./check/true-sentences.ts";
import { trySentences } from "./check/try-sentences.ts";
import { beginEval } from "./support/report.ts";

const run = beginEval({ failures: { type: "string" } });
const own = readOwn();
const groups = [...run.sets.map(trueSentences), own ? copiedSentences("hub", own) : []].filter(
  (group) => group.length > 0,
);
const tried = ENGINES.map((engine) => ({
  engine: engine.name,
  trials: [...groups.flatMap((group) => trySentences(group, engine)), ...(own ? tryParaphrases(own, engine) : [])],
}));

run.report("Sentences tried", countTrials(tried[0]?.trials ?? []));
for (const kinds of [
  ["written", "copied", "swapped source", "fair answer", "fair paraphrase", "wrong paraphrase"],
  ["figure", "date", "code", "address", "label"],
  ["name", "negation", "false answer", "added step", "invented feature"],
]) {
  run.report(
    `Right: true sentences that pass, changed ones that are stopped (${kinds.join(", ")})`,
    tableOfSets(tried, kinds),
  );
}
run.report("Right by rule, all sets, reporting half", tableByRule(tried));
const wanted = Number(run.options["failures"] ?? 0);
for (const line of sampleFailures(tried[0]?.trials ?? [], wanted)) console.log(line);
run.finish();

/** Articles of this hub, as the last build has them. */
function readOwn(): Knowledge | null {
  if (!existsSync("builds/current")) {
    console.log("This hub is not built, so its own articles are not tried: npm run build.");
    return null;
  }
  const file = `builds/${readFileSync("builds/current", "utf8").trim()}/knowledge.json`;
  return Knowledge.parse(JSON.parse(readFileSync(file, "utf8")));
}
