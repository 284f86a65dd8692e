import type { ArticleEntry } from "#server/features/articles/articles.schema.ts";
import type { ArticleShow } from "./place.ts";

export const SHOWS: Record<ArticleShow, string> = {
  worst: "Worst",
  to_look_at: "To look at",
  in_work: "In work",
  fixed: "Fixed",
  dismissed: "Dismissed",
  stale: "Stale",
  mine: "Mine",
};

export const STATES: Record<ArticleEntry["state"], string> = {
  to_look_at: "to look at",
  in_work: "in work",
  fixed: "fixed",
  dismissed: "dismissed",
};

export const REASONS: Record<string, string> = {
  accurate: "accurate",
  solved: "solved it",
  easy: "easy to follow",
  not_accurate: "not accurate",
  missing: "something is missing",
  hard_to_follow: "hard to follow",
  out_of_date: "out of date",
  not_my_problem: "not my problem",
};

/** A tenth tells few people apart; of many it says nothing. */
export const sayPeople = (many: number): string => many.toFixed(many < 10 ? 1 : 0).replace(/\.0$/, "");
export const sayTimes = (times: number): string => (times === 1 ? "once" : `${times} times`);
export const sayShare = (share: number): string => `${(share * 100).toFixed(share > 0 && share < 0.1 ? 1 : 0)}%`;
