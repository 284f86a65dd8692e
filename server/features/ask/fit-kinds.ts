import type { KnowledgeBlock } from "#content/knowledge.ts";
import type { RankedPassage } from "#server/knowledge/rank-passages.ts";
import type { Passage } from "#server/knowledge/split-passages.ts";
import { fits } from "./asking/asking.ts";
import { readCodes } from "./codes.ts";
import { kindOfQuestion, namesTopic } from "./question-kind.ts";

/** A troubleshooting block counts for so much less where the question tells of no trouble. */
const CALM = 0.85;
/** A single step counts for so much less where it is asked how something works, not how to do it. */
const EXPLAINED = 0.85;

/** What is quoted whole counts for so much less where it is asked how long something takes, and it does not say. */
const TIMELESS = 0.85;

/**
 * Troubleshooting blocks and single steps share words with many questions that they do not answer: they rank lower where
 * the question is not of their kind.
 */
export function fitKinds(question: string, found: RankedPassage[]): RankedPassage[] {
  const troubleshoot = isCalm(question) ? CALM : 1;
  const step = fits("working", question) || namesTopic(question) ? EXPLAINED : 1;
  const counts: Partial<Record<RankedPassage["passage"]["kind"], number>> = { troubleshoot, step };
  const isTimeless = fits("lasting", question) ? saysNoDuration : () => false;
  const fitted = found.map(({ passage, score, ...each }) => {
    const fit = (counts[passage.kind] ?? 1) * (isTimeless(passage) ? TIMELESS : 1);
    return { ...each, passage, score: score * fit };
  });
  return fitted.toSorted((a, b) => b.score - a.score);
}

const saysNoDuration = ({ blocks }: Passage): boolean =>
  blocks.every((block) => block.type !== "prose" && !fits("duration", quoteOf(block)));

/** The title of a step or trouble is what a reader has, not what they get. */
const quoteOf = (block: Exclude<KnowledgeBlock, { type: "prose" }>): string =>
  block.type === "step" ? `${block.text} ${block.expect ?? ""}` : `${block.cause} ${block.fix} ${block.verify}`;

function isCalm(question: string): boolean {
  const asks =
    namesTopic(question) ||
    kindOfQuestion(question) !== "other" ||
    fits("choosing", question) ||
    fits("working", question);
  // the code of an error ("429") is trouble; a name with dots ("crm.objects.deals.read") is a permission, and none
  const hasMessage = readCodes(question).some((code) => !code.includes("."));
  return asks && !hasMessage && !fits("trouble", question);
}
