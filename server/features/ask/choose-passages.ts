import type { RankedPassage } from "#server/knowledge/rank-passages.ts";
import { dropOverlaps } from "#server/knowledge/drop-overlaps.ts";
import { fits, type QuestionKind } from "./asking/asking.ts";
import { fitKinds } from "./fit-kinds.ts";
import { beginsNamed } from "./is-named.ts";
import { kindOfQuestion, namesTopic } from "./question-kind.ts";

/** A passage this far below the best is about something else. */
const CLOSE_ENOUGH = 0.45;
const PASSAGES = 8;
const ARTICLES = 2;

/** What an answer is written from, best first, out of everything that was found: from at most two articles. */
export function choosePassages(question: string, found: RankedPassage[]): RankedPassage[] {
  const passages = fitToQuestion(question, beginBroadly(question, fitKinds(question, found)));
  const [best] = passages;
  if (!best) return [];
  const close = dropOverlaps(passages).filter(({ score }) => score >= best.score * CLOSE_ENOUGH);
  const articles = [...new Set(close.map(({ passage }) => passage.article))].slice(0, ARTICLES);
  return close.filter(({ passage }) => articles.includes(passage.article)).slice(0, PASSAGES);
}

/** So much more may the best passage score than the beginning that comes before it: of who asks, and of who names a topic. */
const AHEAD = { asked: 0.4, named: 1 };
/** The same of another article's beginning, where no heading above the best passage says any of what is asked. */
const AHEAD_ELSEWHERE = 0.1;
/** Such a beginning tells more than a single step, where it is not asked what to do. */
const AHEAD_OF_STEP = 0.4;

/**
 * Who asks no more than an article's title says is told how it begins, before any of its narrower passages. Who only names a
 * topic means the article of that name, whichever has most to say of it.
 */
function beginBroadly(question: string, passages: RankedPassage[]): RankedPassage[] {
  const [best] = passages;
  const isTopic = namesTopic(question);
  const isStep = best?.passage.kind === "step" && fits("working", question);
  const elsewhere = isStep ? AHEAD_OF_STEP : best?.features.heading === 0 ? AHEAD_ELSEWHERE : -1;
  const isNear = ({ passage, score }: RankedPassage) =>
    passage.article === best?.passage.article || (best !== undefined && best.score - score <= elsewhere);
  const named = passages.filter((each) => beginsNamed(each) && (isTopic || isNear(each)));
  const beginning = named.find(({ passage }) => passage.article.kind !== "troubleshooting") ?? named[0];
  const ahead = isTopic ? AHEAD.named : AHEAD.asked;
  if (!best || !beginning || best.score - beginning.score > ahead) return passages;
  return [{ ...beginning, score: best.score }, ...passages.filter((each) => each !== beginning)];
}

/** Not where a time, a person or a reason is asked for: "how long does it take to set up". */
const asksForSteps = (question: string): boolean => fits("doing", question) && !NO_STEPS.has(kindOfQuestion(question));
const NO_STEPS: ReadonlySet<QuestionKind> = new Set<QuestionKind>(["number", "time", "who", "why"]);

/**
 * A passage of the kind "steps" holds all the steps of a section. Who asks how to do something gets it first, where the best
 * passage is of the same section (and is no troubleshooting), or is the beginning of the same article. For any other
 * question such passages are left out: each single step is a passage too.
 */
function fitToQuestion(question: string, passages: RankedPassage[]): RankedPassage[] {
  const [best] = passages;
  if (!best || !asksForSteps(question)) return passages.filter(({ passage }) => passage.kind !== "steps");
  const { article, section, kind } = best.passage;
  const belongs = ({ passage }: RankedPassage) =>
    passage.kind === "steps" &&
    ((kind !== "troubleshoot" && passage.section === section) || (section.id === "" && passage.article === article));
  const whole = passages.find(belongs);
  return whole ? [{ ...whole, score: best.score }, ...passages.filter((each) => each !== whole)] : passages;
}
