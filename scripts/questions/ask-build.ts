import { readFileSync } from "node:fs";
import path from "node:path";
import { loadHub } from "#content/hub.ts";
import { Knowledge } from "#content/knowledge.ts";
import { formatMistakes } from "#content/mistakes.ts";
import { readQuestions } from "#content/questions.ts";
import { askHub, type Asker } from "./ask-hub.ts";
import { createJudge, type Judged } from "./judge-answer.ts";

/** `file`: where the questions stand. */
export type Asked = { file: string; judged: Judged[] };

/**
 * Asks a build the questions of its content, as readers do or as `asker` does. @throws Error naming file and line when
 * they cannot be read.
 */
export async function askBuild(contentDir: string, buildDir: string, asker: Asker = askHub): Promise<Asked> {
  const { file, questions, mistakes } = readQuestions(contentDir);
  if (mistakes.length > 0) throw new Error(formatMistakes(mistakes));
  const knowledge = Knowledge.parse(JSON.parse(readFileSync(path.join(buildDir, "knowledge.json"), "utf8")));
  const judge = createJudge(knowledge);
  const given = await asker({ knowledge, hub: loadHub(contentDir) }, questions);
  return {
    file,
    judged: given.flatMap((answer, index) => {
      const question = questions[index];
      return question ? judge(question, answer) : [];
    }),
  };
}
