import { here } from "../dom.ts";
import { articleTrailWords } from "../trail/article-trail.words.ts";
import type { TrailEntry } from "../trail/trail.ts";
import { readAllProgress } from "../steps/progress.ts";
import { escalateWords as t } from "./escalate.words.ts";

/** Where the reader comes from, as `/contact/?article=…&step=…&question=…` says it. */
export type Context = {
  article: { id: string; title: string; url: string } | null;
  step: { id: string; title: string } | null;
  question: string | null;
};

/** What the server has written of them at the form: titles, for who comes from elsewhere and has no trail. */
export type Named = { title?: string | undefined; step?: string | undefined };

/** An address without an article means the one that was read last. */
export function readContext(params: URLSearchParams, trail: TrailEntry[], named: Named = {}): Context {
  const id = readArticleId(params.get("article")) ?? trail.findLast(({ kind }) => kind === "article")?.ref ?? null;
  const stepId = id && params.get("step");
  return {
    article: id ? { id, title: titleOf(id, trail) ?? (named.title || sayId(id)), url: urlOf(id) } : null,
    step: stepId
      ? { id: stepId, title: stepTitle(`${id}#${stepId}`, trail) ?? (named.step || t.step(sayId(stepId))) }
      : null,
    question: params.get("question"),
  };
}

const readArticleId = (id: string | null): string | null => (id && /^[a-z0-9-]+\/[a-z0-9-]+$/.test(id) ? id : null);
/** Where an article stands, by its id. */
export const urlOf = (id: string): string => here(id.startsWith("learn/") ? `/${id}/` : `/articles/${id}/`);

const sayId = (id: string): string => id.replace(/^.*\//, "").replaceAll("-", " ");

function titleOf(id: string, trail: TrailEntry[]): string | undefined {
  const read = trail.findLast(({ kind, ref }) => kind === "article" && ref === id)?.title;
  const [before = "", after = ""] = articleTrailWords.read.split("…");
  const isWhole = read?.startsWith(before) && read.endsWith(after);
  const named = isWhole ? read?.slice(before.length, read.length - after.length) : undefined;
  return named ?? readAllProgress().find(({ articleId }) => articleId === id)?.title;
}

const stepTitle = (ref: string, trail: TrailEntry[]): string | undefined =>
  trail.findLast((entry) => entry.kind === "step" && entry.ref === ref)?.title;
