/** Everything that the reader's page asks of the server. All throw what `toProblem` of site/problem.ts turns into words. */
import type { IntegrationId } from "#content/schema.ts";
import type { Answer, AnswerVoteInput, AskAbout, AskInput } from "#server/features/ask/ask.schema.ts";
import type { EscalationInput, EscalationReceipt } from "#server/features/escalation/escalation.schema.ts";
import type { VoteInput, VoteReceipt } from "#server/features/feedback/feedback.schema.ts";
import type { SearchRecordInput, SearchResults } from "#server/features/search/search.schema.ts";
import { api } from "#site/api.ts";
import { callHub, readAnswer } from "#site/problem.ts";

export const castVote = async (vote: VoteInput): Promise<VoteReceipt> =>
  readAnswer(await api.votes.$post({ json: vote }));

type Search = { q: string; topic?: string; integration?: IntegrationId };
export const searchServer = async (search: Search, signal: AbortSignal): Promise<SearchResults> =>
  readAnswer(await api.search.$get({ query: search }, { init: { signal } }));

/** Arrives even when the page is left meanwhile. */
export const recordSearch = async (search: SearchRecordInput): Promise<void> =>
  readAnswer(await api.searches.$post({ json: search }, { init: { keepalive: true } }));

export const readAskAbout = async (): Promise<AskAbout> => readAnswer(await api.ask.about.$get());

export const askOnce = async (question: AskInput, signal: AbortSignal): Promise<Answer> =>
  readAnswer(await api.ask.$post({ json: question }, { init: { signal }, headers: { accept: "application/json" } }));

/** The body of the reply is an event stream. */
export async function askStreaming(question: AskInput, signal: AbortSignal): Promise<ReadableStream<Uint8Array>> {
  const reply = await api.ask.$post({ json: question }, { init: { signal }, headers: { accept: "text/event-stream" } });
  return reply.ok && reply.body ? reply.body : readAnswer(reply);
}

export const voteOnAnswer = async (answerId: string, vote: AnswerVoteInput): Promise<void> =>
  readAnswer(await api.answers[":answerId"].vote.$post({ param: { answerId }, json: vote }));

export async function sendEscalation(
  escalation: EscalationInput,
  key: string,
  files: File[],
): Promise<EscalationReceipt> {
  const headers = { "idempotency-key": key };
  if (files.length === 0) return readAnswer(await api.escalations.$post({ json: escalation }, { headers }));
  const body = new FormData();
  body.append("json", JSON.stringify(escalation));
  for (const file of files) body.append("files", file);
  return readAnswer(await callHub("/api/escalations", { method: "POST", headers, body }));
}
