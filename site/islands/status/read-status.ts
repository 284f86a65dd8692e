import type { HubStatus } from "#server/features/status/status.schema.ts";
import { readAnswer } from "#site/problem.ts";

/** Not by the typed client: it would be most of what an article loads by itself. */
export const readStatus = async (): Promise<HubStatus> =>
  readAnswer(await fetch(`/api/status?language=${document.documentElement.lang}`));
