import type { AnswerDetail, AnswerList, AnswerQuery } from "#server/features/desk/answers.schema.ts";
import type { AnswerEvidence, ReplayInput } from "#server/features/ask/ask.schema.ts";
import type { CaseDetail } from "#server/features/desk/desk.schema.ts";
import { api } from "#site/api.ts";
import { readAnswer } from "#site/problem.ts";

const { desk } = api;

export const readCase = async (id: string): Promise<CaseDetail> =>
  readAnswer(await desk.cases[":id"].$get({ param: { id } }));

export const sendAgain = async (id: string): Promise<void> =>
  readAnswer(await desk.deliveries[":id"].retry.$post({ param: { id } }));

export const listAnswers = async (query: AnswerQuery): Promise<AnswerList> =>
  readAnswer(await desk.answers.$get({ query }));

export const readAnswerRecord = async (id: string): Promise<AnswerDetail> =>
  readAnswer(await desk.answers[":id"].$get({ param: { id } }));

/** Asks the same again on today's articles; nothing is recorded. 422 for the model of a hub that has none. */
export const replayAnswer = async (id: string, mode: ReplayInput["mode"]): Promise<AnswerEvidence> =>
  readAnswer(await desk.answers[":id"].replay.$post({ param: { id }, json: { mode } }));
