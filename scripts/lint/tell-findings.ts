import { sayCount } from "../say-count.ts";
import type { Finding, Linted } from "./lint.ts";

type Verdict = { failed: boolean; errors: number; warnings: number };

/** With `strict` warnings fail too, but for what only time has brought. */
export function judge({ findings }: Linted, { strict = false } = {}): Verdict {
  const errors = findings.filter(({ level }) => level === "error").length;
  const lasting = findings.filter(({ byTime }) => !byTime).length;
  return { failed: errors > 0 || (strict && lasting > 0), errors, warnings: findings.length - errors };
}

/** For people: each finding with its place, and what to do. */
export function tellFindings(linted: Linted): string {
  const { errors, warnings } = judge(linted);
  const fixed = linted.fixed.map(({ file, says }) => `${file}  fixed: ${says}`);
  const told = linted.findings.map(tellFinding);
  const fixable = linted.findings.filter(({ edit }) => edit).length;
  const hint = fixable > 0 ? ` --fix mends ${fixable} of them.` : "";
  const sum = `${sayCount(linted.articles, "article")}: ${sayCount(errors, "error")}, ${sayCount(warnings, "warning")}.${hint}`;
  return [...fixed, ...told, sum].join("\n");
}

const tellFinding = ({ file, line, level, rule, field, message, todo, edit }: Finding): string =>
  `${file}:${line}  ${level}  ${rule}\n    ${field ? `${field}: ` : ""}${message}\n    → ${edit ? `--fix mends it. Or: ${todo}` : todo}`;

/** For programs: one object, places as editors and CI take them. */
export function toJson(linted: Linted, { strict = false } = {}): string {
  const { failed, errors, warnings } = judge(linted, { strict });
  const findings = linted.findings.map(({ file, line, level, rule, field, message, todo, edit }) => {
    return { file, line, level, rule, field, message, todo, fixable: edit !== undefined };
  });
  const fixed = linted.fixed.map(({ file, says }) => ({ file, says }));
  return JSON.stringify({ articles: linted.articles, failed, errors, warnings, findings, fixed }, null, 2);
}
