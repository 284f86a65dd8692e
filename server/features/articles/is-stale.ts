import type { KnowledgeArticle } from "#content/knowledge.ts";
import { utcDay } from "#content/utc-day.ts";
import { daysAgo } from "./present.ts";

/** Nobody has tried its steps for so long; where nobody ever has, nobody has touched it. */
export const isStale = ({ verified, updated }: KnowledgeArticle, afterDays: number, now: Date): boolean =>
  (verified ?? updated) < utcDay(daysAgo(now, afterDays));
