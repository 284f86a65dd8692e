/** Everything that the reader's page asks of the server. @throws CallFailure, all of them. */
import type { Answer, AnswerVoteInput, AskAbout, AskInput } from "#server/features/ask/ask.schema.ts";
import type { EscalationInput, EscalationReceipt } from "#server/features/escalation/escalation.schema.ts";
import type { VoteInput, VoteReceipt } from "#server/features/feedback/feedback.schema.ts";
import type { SearchRecordInput, SearchResults } from "#server/features/search/search.schema.ts";
import type { HubStatus } from "#server/features/status/status.schema.ts";
import { takeReply } from "./failure.ts";

type Options = { signal?: AbortSignal; headers?: Record<string, string>; keepalive?: boolean };

const get = async <T>(path: string, options: Options = {}): Promise<T> =>
  // The server's contract tests hold each reply to the schema that is named at the call.
  (await takeReply(fetch(`/api${path}`, options))).json() as Promise<T>;

const post = (path: string, body: unknown, { headers, ...options }: Options = {}): Promise<Response> =>
  takeReply(
    fetch(`/api${path}`, {
      method: "POST",
      headers: { "content-type": "application/json", accept: "application/json", ...headers },
      body: JSON.stringify(body),
      ...options,
    }),
  );

export const castVote = async (vote: VoteInput): Promise<VoteReceipt> => (await post("/votes", vote)).json();

export const searchServer = (
  query: { q: string; topic?: string; integration?: string },
  signal: AbortSignal,
): Promise<SearchResults> => get(`/search?${new URLSearchParams(query)}`, { signal });

export const recordSearch = async (search: SearchRecordInput): Promise<void> => {
  await post("/searches", search, { keepalive: true });
};

export const readAskAbout = (): Promise<AskAbout> => get("/ask/about");

export const askOnce = async (question: AskInput, signal: AbortSignal): Promise<Answer> =>
  (await post("/ask", question, { signal })).json();

/** The reply's body is an event stream. */
export const askStreaming = (question: AskInput, signal: AbortSignal): Promise<Response> =>
  post("/ask", question, { signal, headers: { accept: "text/event-stream" } });

export const voteOnAnswer = async (answerId: string, vote: AnswerVoteInput): Promise<void> => {
  await post(`/answers/${encodeURIComponent(answerId)}/vote`, vote);
};

export const sendEscalation = async (
  body: EscalationInput,
  key: string,
  proof?: string,
): Promise<EscalationReceipt> =>
  (await post("/escalations", proof ? { ...body, proof } : body, { headers: { "idempotency-key": key } })).json();

export const readStatus = (): Promise<HubStatus> => get("/status");
