/** Gaps are judged by Ask and by search: features do not know each other. */
import { openEmbedTexts } from "./features/ask/meaning/embed-texts.ts";
import { judgeQuestion } from "./features/ask/judge-question.ts";
import type { GapsDeps } from "./features/gaps/gaps.deps.ts";
import { findArticles } from "./features/search/find-articles.ts";
import type { AppDeps } from "./routes.ts";

export const gapsDeps = (deps: AppDeps): GapsDeps => {
  const names = deps.hub.integrations.map(({ name }) => name);
  const { embedding } = deps.config;
  return {
    ...deps,
    embedTexts: embedding && openEmbedTexts(deps, embedding),
    judge: (knowledge, question) => judgeQuestion(knowledge, question, names),
    search: (knowledge, text) => {
      const { hits } = findArticles(knowledge, { q: text, limit: 8 });
      return hits.map(({ articleId }) => articleId);
    },
  };
};
