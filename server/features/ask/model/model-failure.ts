/** Why a model gave no answer, or not all of it. `status` is the HTTP status where there was one. */
export type FailureReason = "refused" | "unreachable" | "stalled" | "cut" | "garbage" | "empty";

export class ModelFailure extends Error {
  override name = "ModelFailure";
  readonly reason: FailureReason;

  constructor(reason: FailureReason, cause?: unknown) {
    super(`The model's answer: ${reason}`, { cause });
    this.reason = reason;
  }
}
