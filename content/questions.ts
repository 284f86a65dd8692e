/** questions.yaml: the writers' own questions, with the section that must answer each. */
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { z } from "zod";
import type { Mistake } from "./mistakes.ts";
import { readYaml } from "./read-yaml.ts";
import { ArticleId } from "./schema.ts";

/** In place of a section: the articles do not answer, and Ask must not either. */
export const NONE = "none";
/** Stands for what comes before an article's first heading. */
export const TOP = "top";

const FORM = "use <topic>/<slug>#<anchor>, or none";
const Answer = z.string({ error: FORM }).regex(/^(?:none|[a-z0-9-]+\/[a-z0-9-]+(?:#\S+)?)$/, FORM);

const fields = {
  /** As a customer would type it. */
  ask: z.string({ error: "say what is asked, in a customer's words" }).trim().min(2).max(500),
  /** One, or several that are equally right. */
  answer: z.preprocess((one): unknown => (Array.isArray(one) ? one : [one]), z.array(Answer).min(1)),
  /** The article that is open meanwhile. */
  page: ArticleId.optional(),
};
const Question = z.strictObject(fields, {
  error: ({ code }) =>
    code === "unrecognized_keys" ? `there is no such field; there are ${Object.keys(fields).join(", ")}` : undefined,
});
/** A question, and the line that it stands on. */
export type Question = z.infer<typeof Question> & { line: number };

const Questions = z
  .array(Question, { error: "write a list: each begins with “- ask:”" })
  .nullable() // nothing but comments
  .superRefine((questions, context) => {
    const seen = new Set<string>();
    for (const [index, question] of (questions ?? []).entries()) {
      const id = idOf(question);
      if (seen.has(id)) context.addIssue({ code: "custom", path: [index, "ask"], message: "stands here twice" });
      seen.add(id);
    }
  });

export type QuestionSource = {
  /** As mistakes name it. */
  file: string;
  questions: Question[];
  mistakes: Mistake[];
};

/** Names a question, whatever stands around it. */
export const idOf = ({ ask, page }: Pick<Question, "ask" | "page">): string => (page ? `${page}: ${ask}` : ask);

type Target = { article: string; anchor: string | null };

/** `answer` apart: article, and anchor where it names one. Of `none` there is no article. */
export function readTarget(answer: string): Target | null {
  if (answer === NONE) return null;
  const [article = "", anchor = null] = answer.split("#");
  return { article, anchor };
}

/** What a question names: the articles that must answer, and the one that is open meanwhile. */
export function targetsOf({ answer, page }: Pick<Question, "answer" | "page">): Target[] {
  const open = page ? { article: page, anchor: null } : null;
  return [...answer.map(readTarget), open].filter((target) => target !== null);
}

/** The writers' questions. A hub without the file has none. */
export function readQuestions(contentDir: string): QuestionSource {
  const name = path.join(contentDir, "questions.yaml");
  const file = path.relative(process.cwd(), name);
  if (!existsSync(name)) return { file, questions: [], mistakes: [] };
  const { data, mistakes, lineOf } = readYaml({ file, text: readFileSync(name, "utf8") }, Questions);
  return { file, questions: (data ?? []).map((each, index) => ({ ...each, line: lineOf([index]) })), mistakes };
}
