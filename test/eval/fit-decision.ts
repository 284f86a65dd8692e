/* oxlint-disable no-console -- a command that prints its findings */
/**
 * npm run eval:fit-decision -- DIR…: fits server/features/ask/evidence-weights.ts on the tuning halves of the sets and of
 * this hub's own questions, each counting the same, answerable and not alike. Prints the weights; a person puts them in.
 */
import { readEvidence, type Evidence } from "#server/features/ask/read-evidence.ts";
import { EVIDENCE_WEIGHTS } from "#server/features/ask/evidence-weights.ts";
import { createKnowledge } from "#server/knowledge/knowledge-index.ts";
import { fitLogistic, type Example } from "./support/fit-logistic.ts";
import { halfOf } from "./support/halves.ts";
import { readHubQuestions } from "./support/hub-questions.ts";
import { findOpenSets } from "./support/open-questions.ts";
import { beginEval } from "./support/report.ts";
import { toKnowledge } from "./support/set-knowledge.ts";

const { bias: _, ...known } = EVIDENCE_WEIGHTS;
const NAMES = Object.keys(known) as (keyof Evidence)[]; // as the type says

const run = beginEval();
const hub = readHubQuestions();
if (!hub) console.log("This hub has not been built: its own questions are left out. npm run build makes one.");
const sets = [
  ...findOpenSets(run.sets).map(({ name, docs, questions }) => ({ name, knowledge: toKnowledge(docs), questions })),
  ...(hub ? [{ name: "hub", ...hub }] : []),
].map(({ name, knowledge, questions }) => ({ name, examples: examplesOf(knowledge, questions) }));

const fit = (of: typeof sets) => {
  const { bias, weights } = fitLogistic(of.flatMap(({ examples }) => examples));
  return Object.fromEntries([["bias", bias] as const, ...NAMES.map((name, at) => [name, weights[at] ?? 0] as const)]);
};
run.report("Fitted on all, and without each", [
  { without: "none", ...fit(sets) },
  ...sets.map(({ name }) => ({ without: name, ...fit(sets.filter((set) => set.name !== name)) })),
]);
run.finish();

type Asked = { id: string; query: string; page?: string | undefined; answerable: boolean };

function examplesOf(of: Parameters<typeof createKnowledge>[0], questions: Asked[]): Example[] {
  const knowledge = createKnowledge(of);
  const tuning = questions.filter(({ id }) => halfOf(id) === "tuning");
  const answerable = tuning.filter((question) => question.answerable).length;
  const examples = tuning.map((question) => {
    const found = knowledge.search(question.query, { exactQuotes: false, limit: 30, articleId: question.page });
    const evidence = readEvidence(question.query, found, knowledge.passages.length);
    return {
      values: NAMES.map((name) => evidence?.[name] ?? 0),
      wanted: Number(question.answerable),
      weight: 1 / (question.answerable ? answerable : tuning.length - answerable),
    };
  });
  return examples;
}
