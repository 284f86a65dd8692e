import type {
  ArticleChange,
  ArticleDetail,
  ArticleList,
  ArticleWork,
} from "#server/features/articles/articles.schema.ts";
import { api } from "#site/api.ts";
import { readAnswer } from "#site/problem.ts";
import type { ArticleShow } from "./place.ts";

const { articles } = api.desk;

export const listArticles = async (query: { show?: ArticleShow; q?: string; cursor?: string }): Promise<ArticleList> =>
  readAnswer(await articles.$get({ query }));

export const readArticle = async (id: string): Promise<ArticleDetail> =>
  readAnswer(await articles[":topic"][":slug"].$get({ param: paramOf(id) }));

/** 409 when somebody else did something since `version`; 422 for a fix of an article that has not changed. */
export const changeArticle = async (id: string, json: ArticleChange): Promise<ArticleWork> =>
  readAnswer(await articles[":topic"][":slug"].$patch({ param: paramOf(id), json }));

/** An article's id is its topic and its own name. */
function paramOf(id: string): { topic: string; slug: string } {
  const [topic = "", slug = ""] = id.split("/");
  return { topic, slug };
}
