import { atPlaces } from "#site/knowledge/parts/places.ts";
import { applyEdits } from "./apply-edits.ts";
import { placeEdits } from "./place-edits.ts";
import { readContent, type LintOptions } from "./read-content.ts";
import type { Edit, Problem, Rule } from "./rule.ts";
import { RULES } from "./rules.ts";

export type Finding = Problem & Pick<Rule, "level" | "todo" | "byTime"> & { rule: string };
export type Linted = {
  /** Articles that were looked at. */
  articles: number;
  findings: Finding[];
  fixed: Edit[];
};

/** What all rules find in the content; with `fix`, what is mechanical is mended first. */
export async function lint(options: LintOptions, { external = false, fix = false } = {}): Promise<Linted> {
  const rules = RULES.filter((rule) => external || !rule.external);
  const content = readContent(options);
  const findings = await findAll(rules, content);
  const edits = fix ? findings.flatMap(({ edit }) => edit ?? []) : [];
  if (edits.length === 0) return { articles: content.articles.length, findings, fixed: [] };
  const fixed = applyEdits(edits);
  // a redirect that was written takes part of the links along, and the other way round
  const again = await lint(options, { external, fix: true });
  return { ...again, fixed: [...fixed, ...again.fixed] };
}

async function findAll(rules: Rule[], content: ReturnType<typeof readContent>): Promise<Finding[]> {
  const found: Finding[] = [];
  for (const rule of rules) {
    const { name, level, todo, byTime } = rule;
    const problems = atPlaces(content.articles, placeEdits(content.articles, await rule.find(content)));
    found.push(...problems.map((problem) => ({ ...problem, rule: name, level, todo, byTime })));
  }
  return found.toSorted((a, b) => a.file.localeCompare(b.file) || a.line - b.line);
}
