import { APIError } from "openai";

/** Why a model gave no answer, or not all of it. `resting`: it asked to be left alone for a while. */
export type FailureReason = "refused" | "resting" | "unreachable" | "stalled" | "cut" | "garbage" | "empty";

/** With these the model has written nothing: they use up no tokens. */
const FREE: ReadonlySet<FailureReason> = new Set(["refused", "resting", "unreachable"]);

/** Says of its cause a status or a code and no more: what a provider says may repeat the key, or the question. */
export class ModelFailure extends Error {
  override name = "ModelFailure";
  readonly reason: FailureReason;
  /** "HTTP 401", "ECONNREFUSED", or null. */
  readonly detail: string | null;

  get isFree(): boolean {
    return FREE.has(this.reason);
  }

  constructor(reason: FailureReason, cause?: unknown) {
    super(`The model's answer: ${reason}`);
    this.reason = reason;
    this.detail = describeCause(cause);
  }
}

export function describeCause(cause: unknown): string | null {
  if (!(cause instanceof Error)) return null;
  if (cause instanceof APIError) return cause.status ? `HTTP ${cause.status}` : describeCause(cause.cause);
  return "code" in cause && typeof cause.code === "string" ? cause.code : (describeCause(cause.cause) ?? cause.name);
}
