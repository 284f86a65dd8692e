import { cutText } from "#server/core/cut-text.ts";
import type { RankedPassage } from "#server/knowledge/rank-passages.ts";
import type { NearSource } from "./ask.schema.ts";
import type { Plan } from "./plan-answer.ts";
import { numberSources } from "./sources.ts";
import type { Ending } from "./write-answer.ts";
import { writeExtractive } from "./write-extractive.ts";

/** Characters. */
const EXCERPT = 160;

/** What to read where it is not answered. Numbered on from the sources, which are not named twice. */
export function nameNearest(plan: Plan, { verdict }: Ending): NearSource[] {
  const { decision, sources } = plan;
  if (verdict === "answered" || !decision) return [];
  const named = new Set(sources.map(({ source }) => source.url));
  return numberSources(decision.nearest, sources.length + 1).flatMap(({ source, passages }) => {
    if (named.has(source.url)) return [];
    const near = decision.nearest.filter(({ passage }) => passages.includes(passage));
    return { ...source, excerpt: cutText(quote(plan, near), EXCERPT) };
  });
}

/** What a section would be quoted with, without the heading of a step, which its link says. */
function quote({ lookedFor, terms }: Plan, near: RankedPassage[]): string {
  const [first] = near;
  const [block] = first?.passage.kind === "step" ? first.passage.blocks : [];
  if (block?.type === "step") return block.text;
  const [said] = writeExtractive({ question: lookedFor, terms, passages: near, sources: [] });
  return said?.text.replace(/\s+/g, " ") ?? "";
}
