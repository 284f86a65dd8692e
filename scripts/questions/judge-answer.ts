import type { Knowledge } from "#content/knowledge.ts";
import { NONE, readTarget, TOP, type Question } from "#content/questions.ts";
import type { Answer, Source } from "#server/features/ask/ask.schema.ts";

/** What of an answer is judged. */
export type Given = Pick<Answer, "verdict" | "sentences" | "sources">;

/**
 * `right`: the answer begins with an article that must answer and cites a section that must, or it is silent where it
 * must be. `section`: the right article, but other sections of it. `article`: another article. `silent`: no answer,
 * though there is one. `false`: an answer where there is none.
 */
export type Outcome = "right" | "section" | "article" | "silent" | "false";
export type Judged = { question: Question; outcome: Outcome; verdict: Given["verdict"]; cited: Source[] };

/** The articles leave this question open. */
export const isOpen = ({ answer }: Pick<Question, "answer">): boolean => answer.includes(NONE);

export type Judge = (question: Question, given: Given) => Judged;

export function createJudge(knowledge: Knowledge): Judge {
  const sectionOf = mapAnchors(knowledge);
  /** A step's citation opens the step; the section that holds it is meant as well. */
  const opens = (answer: string, { articleId, section }: Source) => {
    const target = readTarget(answer);
    if (target?.article !== articleId) return false;
    const anchor = section || TOP;
    return target.anchor === null || [anchor, sectionOf.get(`${articleId}#${anchor}`)].includes(target.anchor);
  };

  return (question, given) => {
    const cited = citedSources(given);
    const isRight = (source: Source) => question.answer.some((target) => opens(target, source));
    const [first] = cited;
    const judged = (outcome: Outcome): Judged => ({ question, outcome, verdict: given.verdict, cited });
    if (isOpen(question)) return judged(cited.every(isRight) ? "right" : "false");
    if (given.verdict === "unanswered") return judged("silent");
    if (!question.answer.some((target) => readTarget(target)?.article === first?.articleId)) return judged("article");
    return judged(cited.some(isRight) ? "right" : "section");
  };
}

/** In the order in which the sentences cite them, each once. */
function citedSources({ sentences, sources }: Given): Source[] {
  const numbers = new Set(sentences.flatMap(({ citations }) => citations));
  return [...numbers].flatMap((n) => sources.find((source) => source.n === n) ?? []);
}

/** The section of each anchor that a step or a troubleshooting block has, as `<article>#<anchor>`. */
const mapAnchors = ({ articles }: Knowledge) =>
  new Map(
    articles.flatMap(({ id, sections }) =>
      sections.flatMap((section) =>
        section.blocks.flatMap((block): [string, string][] =>
          "id" in block ? [[`${id}#${block.id}`, section.id || TOP]] : [],
        ),
      ),
    ),
  );
