import type { Knowledge, KnowledgeArticle } from "#content/knowledge.ts";
import type { NumberedSource } from "#server/features/ask/sources.ts";
import { splitSentences } from "#server/knowledge/sentences.ts";
import { splitPassages, type Passage } from "#server/knowledge/split-passages.ts";
import { createRandom } from "#test/eval/support/bootstrap.ts";
import { halfOf, type Half } from "#test/eval/support/halves.ts";
import { toKnowledge } from "#test/eval/support/set-knowledge.ts";
import type { EvalSet } from "#test/eval/support/sets.ts";

/** A sentence that source 1 supports, among other sources; `copied` when it stands there word for word. */
export type TrueSentence = {
  set: string;
  half: Half;
  origin: "written" | "copied";
  text: string;
  sources: NumberedSource[];
};

const COPIED_AT_MOST = 500;
const OTHER_SOURCES = 3;
/** A shorter answer is a span that states nothing by itself. */
const WORDS_OF_ANSWER = 12;

/** What people wrote as answers (where a set has whole sentences), and sentences of the articles themselves. */
export function trueSentences(set: EvalSet): TrueSentence[] {
  const knowledge = toKnowledge(set.docs);
  return [...writtenSentences(set, knowledge), ...copiedSentences(set.name, knowledge)];
}

/** Only clapnq's answers are written by people; other sets' are cut from the text. */
function writtenSentences(set: EvalSet, { articles }: Knowledge): TrueSentence[] {
  const byId = new Map(articles.map((article, at) => [article.id, at]));
  const questions = set.queries.filter(
    ({ answers, relevant }) =>
      relevant.length > 0 && answers.some((answer) => answer.split(" ").length >= WORDS_OF_ANSWER),
  );
  const sentences = questions.flatMap(({ id, answers, relevant }) => {
    const own = relevant.flatMap((each) => byId.get(each) ?? []);
    const sources = numberArticles(articles, own);
    const texts = [...new Set(answers.flatMap(splitSentences))].filter((text) => text !== "NA");
    return texts.map((text) => ({ set: set.name, half: halfOf(id), text, sources }));
  });
  const copied = sentences.map(({ text, sources }) => isCopied(text, sources));
  // a set whose answers are all cut from the text has nothing that was written
  if (copied.filter((each) => !each).length < copied.length / 4) return [];
  return sentences.map((sentence, at) => ({ ...sentence, origin: copied[at] ? "copied" : "written" }));
}

/** The gold articles as one source, then articles that follow in the set. */
function numberArticles(articles: KnowledgeArticle[], own: number[]): NumberedSource[] {
  const next = Array.from({ length: OTHER_SOURCES }, (_, at) => (Math.max(...own) + at + 1) % articles.length);
  const groups = [own, ...next.filter((at) => !own.includes(at)).map((at) => [at])];
  return groups.map((group, at) =>
    toSource(
      group.flatMap((each) => passagesOf(articles[each])),
      at + 1,
    ),
  );
}

const passagesOf = (article: KnowledgeArticle | undefined): Passage[] => (article ? splitPassages(article) : []);

export function toSource(passages: Passage[], n: number): NumberedSource {
  const article = passages[0]?.article;
  const source = { n, articleId: article?.id ?? "", section: "", title: article?.title ?? "", url: article?.url ?? "" };
  return { source, passages };
}

/** One or two sentences of passages all over the set, each with its own passage as source 1. */
export function copiedSentences(set: string, { articles }: Knowledge): TrueSentence[] {
  const random = createRandom(articles.length);
  const passages = articles.flatMap(splitPassages);
  const sentences: TrueSentence[] = [];
  for (let tries = 0; sentences.length < COPIED_AT_MOST && tries < COPIED_AT_MOST * 4; tries++) {
    const at = Math.floor(random() * passages.length);
    const passage = passages[at];
    const own = passage?.blocks.flatMap((block) =>
      block.type === "prose" ? block.text : [block.type === "step" ? block.text : block.fix],
    );
    const texts = own?.flatMap(splitSentences).filter((text) => text.split(" ").length >= 5) ?? [];
    const text = texts[Math.floor(random() * texts.length)];
    if (!passage || !text || sentences.some((known) => known.text === text)) continue;
    const strangers = [at + 7, at + 19, at + 31].flatMap((other) => passages[other % passages.length] ?? []);
    const sources = [passage, ...strangers.filter(({ article }) => article !== passage.article)].map((each, n) =>
      toSource([each], n + 1),
    );
    sentences.push({ set, half: halfOf(passage.article.id), origin: "copied", text, sources });
  }
  return sentences;
}

const letters = (text: string) => text.replace(/[^\p{L}\p{N}]/gu, "").toLowerCase();
const isCopied = (text: string, sources: NumberedSource[]) =>
  sources[0]?.passages.some((passage) => letters(passage.text).includes(letters(text))) ?? false;
