import { HTTPException } from "hono/http-exception";
import { z } from "zod";
import { AppError, type ErrorCode } from "./errors.ts";
import { problemWords as t } from "./problem.words.ts";

/** RFC 9457, with a code for programs, and the fields that were wrong. `instance` is the request's id, which the log has too. */
export const Problem = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.number().int(),
    detail: z.string(),
    instance: z.string(),
    code: z.string(),
    errors: z.array(z.object({ field: z.string(), reason: z.string() })).optional(),
  })
  .loose();
export type Problem = z.infer<typeof Problem>;

const TITLES: Record<ErrorCode, string> = {
  bad_request: "Not understood",
  unauthorized: "Sign in first",
  forbidden: "Not allowed",
  not_found: "Not found",
  method_not_allowed: "Not done this way",
  conflict: "Changed in the meantime",
  thread_full: "This thread is full",
  too_large: "Too large",
  unsupported_media: "Wrong type of content",
  unprocessable: "Cannot be done",
  limited: "Too many requests",
  proof_required: "A proof of work is needed",
  internal: "Something broke here",
  unavailable: "Not available right now",
};
const CODES: Record<number, ErrorCode> = {
  400: "bad_request",
  401: "unauthorized",
  403: "forbidden",
  404: "not_found",
  405: "method_not_allowed",
  409: "conflict",
  413: "too_large",
  415: "unsupported_media",
  422: "unprocessable",
  429: "limited",
};

/** For failures that libraries report as a status. */
export const codeOfStatus = (status: number): ErrorCode => CODES[status] ?? "internal";

/** Whatever was thrown, as an AppError: what is not expected says nothing of its inside. */
export function toAppError(error: unknown): AppError {
  if (error instanceof AppError) return error;
  if (error instanceof HTTPException && error.status < 500) {
    const code = codeOfStatus(error.status);
    return new AppError(code, error.message || TITLES[code], { cause: error });
  }
  return new AppError("internal", t.internal, {
    cause: error,
  });
}

export function problemOf(error: AppError, requestId: string): Problem {
  const errors = error.fields.map(({ path, message }) => ({ field: path, reason: message }));
  return {
    ...error.extra,
    type: "about:blank",
    title: TITLES[error.code],
    status: error.status,
    detail: error.message,
    instance: requestId,
    code: error.code,
    ...(errors.length > 0 && { errors }),
  };
}
