import { readFileSync } from "node:fs";
import path from "node:path";
import { Knowledge } from "#content/knowledge.ts";
import { idOf, NONE, readQuestions } from "#content/questions.ts";
import { readSettings } from "#server/core/config.ts";

export type HubQuestions = {
  knowledge: Knowledge;
  questions: { id: string; query: string; page: string | undefined; answerable: boolean }[];
};

/**
 * This hub's own questions and what its last build knows; null where it has not been built. Left out are those for which
 * both silence and a section are right.
 */
export function readHubQuestions(): HubQuestions | null {
  const { contentDir, buildsDir } = readSettings();
  try {
    const current = readFileSync(path.join(buildsDir, "current"), "utf8").trim();
    const knowledge = Knowledge.parse(
      JSON.parse(readFileSync(path.join(buildsDir, current, "knowledge.json"), "utf8")),
    );
    const questions = readQuestions(contentDir)
      .questions.filter(({ answer }) => answer.length === 1 || !answer.includes(NONE))
      .map(({ ask, page, answer }) => ({
        id: idOf({ ask, page }),
        query: ask,
        page,
        answerable: !answer.includes(NONE),
      }));
    return { knowledge, questions };
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return null;
    throw error;
  }
}
