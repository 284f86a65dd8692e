import { keep, recall } from "../store.ts";

export type Judgement = "done" | "failed";
/** How far a reader is in an article: kept on this device, so that they can go on where they stopped. */
export type Progress = {
  articleId: string;
  title: string;
  url: string;
  /** ISO time of the last judgement. */
  at: string;
  /** Steps of the article. */
  total: number;
  /** By step id. */
  steps: Record<string, Judgement>;
  /** The step to go on at; null when every step worked. */
  next: { id: string; number: number } | null;
};

const KEY = "handrail.steps";
const NEWEST = 30;

/** Newest first. */
export const readAllProgress = (): Progress[] => recall<Progress[]>("device", KEY) ?? [];
export const readProgress = (articleId: string): Progress | null =>
  readAllProgress().find((progress) => progress.articleId === articleId) ?? null;

export function keepProgress(progress: Progress): void {
  keep("device", KEY, [progress, ...othersThan(progress.articleId)].slice(0, NEWEST));
}

export function forgetProgress(articleId: string): void {
  keep("device", KEY, othersThan(articleId));
}

const othersThan = (articleId: string): Progress[] =>
  readAllProgress().filter((progress) => progress.articleId !== articleId);
