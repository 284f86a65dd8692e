import type { Knowledge } from "#content/knowledge.ts";
import type { Question } from "#content/questions.ts";
import type { Hub } from "#content/schema.ts";
import type { Db } from "#db/database.ts";
import { DatabaseUnavailable } from "#db/errors.ts";
import { createQueries } from "#db/queries.ts";
import { systemClock } from "#server/core/clock.ts";
import { createLog } from "#server/core/log.ts";
import { openAsk } from "#server/features/ask/open-ask.ts";
import { collectAnswer } from "#server/features/ask/stream.ts";
import { openKnowledge } from "#server/knowledge/open-knowledge.ts";
import type { Given } from "./judge-answer.ts";

const refuse = () => Promise.reject(new DatabaseUnavailable("Nothing is kept of these questions"));
/** Answers do not need a database: one that is away counts nothing and keeps nothing. */
const NO_DATABASE: Db = {
  ...createQueries("sqlite", refuse),
  dialect: "sqlite",
  transaction: refuse,
  ping: refuse,
  sweep: refuse,
  close: () => Promise.resolve(),
};

type Asked = Pick<Hub, "integrations" | "languages" | "translations" | "product" | "topics">;
export type Asker = (of: { knowledge: Knowledge; hub: Asked }, questions: Question[]) => Promise<Given[]>;

/** Asks as readers do, without a model, each question in its own language. Nothing is kept. */
export const askHub: Asker = async ({ knowledge, hub }, questions) => {
  const opened = openKnowledge({ current: () => ({ knowledge: () => knowledge }), onBuild: () => {} }, hub);
  const { signal } = new AbortController();
  const ask = openAsk({
    config: { model: null, embedding: null },
    hub,
    db: NO_DATABASE,
    clock: systemClock,
    log: createLog("silent"),
    knowledge: opened,
    readVendors: () => [],
    builds: { onBuild: () => {} },
    shutdown: signal,
  });
  const given: Given[] = [];
  for (const { ask: question, page: articleId } of questions) {
    const events = await ask.answer({ question, articleId }, { id: null, ipKey: "questions" }, signal);
    given.push(await collectAnswer(events, signal));
  }
  return given;
};
