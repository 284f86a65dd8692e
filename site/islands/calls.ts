/** Everything that the reader's page asks of the server. All throw what `toProblem` of site/problem.ts turns into words. */
import type { Answer, AnswerVoteInput, AskAbout, AskInput } from "#server/features/ask/ask.schema.ts";
import type { EscalationInput, EscalationReceipt } from "#server/features/escalation/escalation.schema.ts";
import type { VoteInput, VoteReceipt } from "#server/features/feedback/feedback.schema.ts";
import type { SearchRecordInput, SearchResults } from "#server/features/search/search.schema.ts";
import type { HubStatus } from "#server/features/status/status.schema.ts";
import { readAnswer } from "#site/problem.ts";

type Options = { signal?: AbortSignal; headers?: Record<string, string>; keepalive?: boolean };

const get = async <T>(path: string, options: Options = {}): Promise<T> =>
  readAnswer<T>(await fetch(`/api${path}`, options));

const send = (path: string, body: unknown, { headers, ...options }: Options = {}): Promise<Response> =>
  fetch(`/api${path}`, {
    method: "POST",
    headers: { "content-type": "application/json", accept: "application/json", ...headers },
    body: JSON.stringify(body),
    ...options,
  });
const post = async <T>(path: string, body: unknown, options?: Options): Promise<T> =>
  readAnswer<T>(await send(path, body, options));

export const castVote = (vote: VoteInput): Promise<VoteReceipt> => post("/votes", vote);

type Search = { q: string; topic?: string; integration?: string };
export const searchServer = (search: Search, signal: AbortSignal): Promise<SearchResults> =>
  get(`/search?${new URLSearchParams(search)}`, { signal });

export const recordSearch = (search: SearchRecordInput): Promise<unknown> =>
  post("/searches", search, { keepalive: true });

export const readAskAbout = (): Promise<AskAbout> => get("/ask/about");

export const askOnce = (question: AskInput, signal: AbortSignal): Promise<Answer> => post("/ask", question, { signal });

/** The body of the reply is an event stream. */
export async function askStreaming(question: AskInput, signal: AbortSignal): Promise<ReadableStream<Uint8Array>> {
  const reply = await send("/ask", question, { signal, headers: { accept: "text/event-stream" } });
  return reply.ok && reply.body ? reply.body : readAnswer(reply);
}

export const voteOnAnswer = (answerId: string, vote: AnswerVoteInput): Promise<unknown> =>
  post(`/answers/${encodeURIComponent(answerId)}/vote`, vote);

export const sendEscalation = (escalation: EscalationInput, key: string): Promise<EscalationReceipt> =>
  post("/escalations", escalation, { headers: { "idempotency-key": key } });

export const readStatus = (): Promise<HubStatus> => get("/status");
