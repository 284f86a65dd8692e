import { isOpen, type Judged } from "../../../scripts/questions/judge-answer.ts";
import { bootstrap, mean } from "./bootstrap.ts";
import type { Row } from "./report.ts";

/** What is aimed at: shares of the questions that the articles answer, and of those that they leave open. */
const GOAL = { rightArticle: 0.95, falseAnswers: 1 / 30 };
/**
 * Right articles that our own content keeps beside the goal: what is reached (401 of 409) less two questions, so that an
 * article may be mended without breaking the tests and nothing gets worse unnoticed. It is raised with what is reached.
 */
const FLOOR = 416 / 421;

type Test = (judged: Judged) => boolean;

const hasArticle: Test = ({ outcome }) => outcome === "right" || outcome === "section";
const falseAnswered: Test = ({ outcome, verdict }) => outcome === "false" && verdict === "answered";
const falseInPart: Test = ({ outcome, verdict }) => outcome === "false" && verdict === "partial";

const split = (judged: readonly Judged[]) => ({
  open: judged.filter(({ question }) => isOpen(question)),
  answerable: judged.filter(({ question }) => !isOpen(question)),
});

/** Shares of the answerable questions, then of those that the articles leave open. */
export function measureHub(judged: readonly Judged[]): Row {
  const { open, answerable } = split(judged);
  const share = (of: readonly Judged[], test: Test) =>
    of.length > 0 ? bootstrap(of, (sample) => mean(sample.map((each) => Number(test(each))))) : null;
  return {
    answerable: answerable.length,
    "right article": share(answerable, hasArticle),
    "right section": share(answerable, ({ outcome }) => outcome === "right"),
    answered: share(answerable, ({ verdict }) => verdict === "answered"),
    "in part": share(answerable, ({ verdict }) => verdict === "partial"),
    silent: share(answerable, ({ outcome }) => outcome === "silent"),
    open: open.length,
    "false, answered": share(open, falseAnswered),
    "false, in part": share(open, falseInPart),
  };
}

/** How many questions at least, or at most, make up a share of so many. */
const atLeast = (share: number, of: number) => Math.ceil(share * of - 1e-9);
const atMost = (share: number, of: number) => Math.floor(share * of + 1e-9);

function count(judged: readonly Judged[]) {
  const { open, answerable } = split(judged);
  return {
    of: answerable.length,
    ofOpen: open.length,
    right: answerable.filter(hasArticle).length,
    answered: open.filter(falseAnswered).length,
    inPart: open.filter(falseInPart).length,
  };
}

/** By how much the goal is missed; null when it is reached. */
export function tellShortfall(judged: readonly Judged[]): string | null {
  const { of, ofOpen, right, answered, inPart } = count(judged);
  const wanted = atLeast(GOAL.rightArticle, of);
  const allowed = atMost(GOAL.falseAnswers, ofOpen);
  if (right >= wanted && answered + inPart <= allowed) return null;
  return `Below the goal: ${right} of ${of} answers begin with the right article (${wanted} wanted), ${answered} of ${ofOpen} open questions are answered and ${inPart} in part (${allowed} allowed together).`;
}

/** By how much it is worse than what holds for our own content; null when it is not. */
export function tellFall(judged: readonly Judged[]): string | null {
  const { of, right } = count(judged);
  const wanted = atLeast(FLOOR, of);
  if (right >= wanted) return tellShortfall(judged);
  return `Worse than before: ${right} right articles (${wanted} were certain).`;
}
