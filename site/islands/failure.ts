export type FieldFault = { field: string; reason: string };
type Problem = { detail?: string; title?: string; code?: string; errors?: FieldFault[]; [more: string]: unknown };

/** Why a call came to nothing, with a sentence for the reader. */
export class CallFailure extends Error {
  /** `unsent`: nobody knows whether it arrived. `later`: try again. `refused`: as it is, never. */
  readonly kind: "unsent" | "later" | "refused";
  readonly code: string;
  /** Seconds until a second try makes sense; null where nobody said. */
  readonly retryAfter: number | null;
  readonly fields: FieldFault[];
  readonly problem: Problem;

  constructor(kind: CallFailure["kind"], message: string, problem: Problem = {}, retryAfter: number | null = null) {
    super(message);
    this.name = "CallFailure";
    this.kind = kind;
    this.code = problem.code ?? kind;
    this.retryAfter = retryAfter;
    this.fields = problem.errors ?? [];
    this.problem = problem;
  }
}

/** The reply, if it is one of success. @throws CallFailure; an abort stays what it is. */
export async function takeReply(sent: Promise<Response>): Promise<Response> {
  let reply: Response;
  try {
    reply = await sent;
  } catch (error) {
    if (error instanceof DOMException && error.name === "AbortError") throw error;
    throw new CallFailure("unsent", navigator.onLine ? "The hub does not answer." : "You are offline.");
  }
  if (reply.ok) return reply;
  throw readProblem(reply.status, await reply.json().catch(() => ({})), reply.headers.get("retry-after"));
}

/** What a problem document says, in the words of its sender where it has any. */
export function readProblem(status: number, problem: Problem, retryAfter: string | null = null): CallFailure {
  const seconds = Number(retryAfter) > 0 ? Number(retryAfter) : null;
  const later = status === 429 || status >= 500;
  const words = problem.detail ?? problem.title ?? (later ? "The hub cannot do this just now." : "The hub refused this.");
  const again = seconds && !/\d/.test(words) ? ` Try again in ${saySeconds(seconds)}.` : "";
  return new CallFailure(later ? "later" : "refused", words + again, problem, seconds);
}

function saySeconds(seconds: number): string {
  if (seconds < 90) return seconds === 1 ? "a second" : `${Math.ceil(seconds)} seconds`;
  const minutes = Math.ceil(seconds / 60);
  return minutes < 90 ? `${minutes} minutes` : `${Math.ceil(minutes / 60)} hours`;
}

/** A caught error as a failure that can be shown. */
export const toFailure = (error: unknown): CallFailure =>
  error instanceof CallFailure ? error : new CallFailure("later", "Something went wrong here. Try again.");
