import { isOpen, type Judged } from "../../../scripts/questions/judge-answer.ts";
import { bootstrap, mean } from "./bootstrap.ts";
import type { Row } from "./report.ts";

/** Of the questions that the articles answer, so many begin with the right article. */
const RIGHT_ARTICLE = 0.95;
/** Of the questions that they leave open, one in so many may get an answer. */
const ONE_FALSE_IN = 30;

type Test = (judged: Judged) => boolean;

const isFalse: Test = ({ outcome }) => outcome === "false";
const hasArticle: Test = ({ outcome }) => outcome === "right" || outcome === "section";

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
    "false, answered": share(open, (each) => isFalse(each) && each.verdict === "answered"),
    "false, in part": share(open, (each) => isFalse(each) && each.verdict === "partial"),
  };
}

/** By how much the goal is missed; null when it is reached. */
export function tellShortfall(judged: readonly Judged[]): string | null {
  const { open, answerable } = split(judged);
  const right = answerable.filter(hasArticle).length;
  const wanted = Math.ceil(RIGHT_ARTICLE * answerable.length);
  const wrong = open.filter(isFalse).length;
  const allowed = Math.floor(open.length / ONE_FALSE_IN);
  if (right >= wanted && wrong <= allowed) return null;
  return `Below the goal: ${right} of ${answerable.length} answers begin with the right article (${wanted} wanted), ${wrong} of ${open.length} open questions are answered (${allowed} allowed).`;
}
