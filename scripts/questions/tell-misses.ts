import { NONE, readTarget, TOP } from "#content/questions.ts";
import type { Source } from "#server/features/ask/ask.schema.ts";
import type { Asked } from "./ask-build.ts";
import type { Change } from "./changed-articles.ts";
import type { Judged } from "./judge-answer.ts";

/** More names than these tell nobody anything. */
const NAMED_AT_MOST = 5;

type Told = {
  /** Since the build before. */
  changes?: Change[];
  /** Whether it is told, or only counted. */
  isNews?: (miss: Judged) => boolean;
  atMost?: number;
};

/**
 * Each question that is not answered as it must be: its line, what must answer, what did, and what changed. Empty when
 * there is none.
 */
export function tellMisses({ file, judged }: Asked, { changes = [], isNews, atMost }: Told = {}): string {
  const misses = judged.filter(({ outcome }) => outcome !== "right");
  if (misses.length === 0) return "";
  const told = misses.filter((miss) => isNews?.(miss) ?? true).slice(0, atMost);
  const count = `Not answered as the writers say: ${misses.length} of ${judged.length} questions.`;
  return [
    told.length < misses.length ? `${count} npm run eval:hub lists all.` : count,
    ...told.map((miss) => tellMiss(file, miss, changes)),
  ].join("\n");
}

function tellMiss(file: string, miss: Judged, changes: Change[]): string {
  const { question } = miss;
  const changed = changesBehind(miss, changes);
  return [
    `${file}:${question.line} “${question.ask}”${question.page ? ` on ${question.page}` : ""}`,
    `  must be: ${question.answer.map((each) => (each === NONE ? "not answered" : each)).join(", or ")}`,
    `  was: ${tellAnswer(miss)}`,
    ...(changed.length > 0 ? [`  since the build before: ${tellChanges(changed)}`] : []),
  ].join("\n");
}

function tellAnswer({ verdict, cited }: Judged): string {
  if (cited.length === 0) return verdict === "unanswered" ? "not answered" : "a remark without a source";
  return `${cited.map(nameSource).join(", ")}${verdict === "partial" ? " (in part)" : ""}`;
}

const nameSource = ({ articleId, section }: Source) => `${articleId}#${section || TOP}`;
const tellChange = ({ article, what }: Change) => `${article} ${what === "changed" ? what : `is ${what}`}`;
const tellChanges = (changes: Change[]) =>
  changes.length > NAMED_AT_MOST ? `${changes.length} articles changed` : changes.map(tellChange).join(", ");

/** The articles that the question is about; where none of them changed, whatever did. */
function changesBehind({ question, cited }: Judged, changes: Change[]): Change[] {
  const about = new Set([
    ...question.answer.map((answer) => readTarget(answer)?.article),
    ...cited.map(({ articleId }) => articleId),
  ]);
  const behind = changes.filter(({ article }) => about.has(article));
  return behind.length > 0 ? behind : changes;
}
