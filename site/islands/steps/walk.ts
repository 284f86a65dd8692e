import type { Judgement } from "./progress.ts";

export type StepState = Judgement | "current" | "todo";

/** States along a rail: the knob stands at the first step that is not done, unless that one failed. */
export function walkSteps(judgements: (Judgement | undefined)[]): StepState[] {
  const stop = judgements.findIndex((judgement) => judgement !== "done");
  return judgements.map((judgement, at) => judgement ?? (at === stop ? "current" : "todo"));
}
