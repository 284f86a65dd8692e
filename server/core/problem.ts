import { HTTPException } from "hono/http-exception";
import { z } from "zod";
import { AppError, type ErrorCode } from "./errors.ts";

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
  413: "too_large",
  415: "unsupported_media",
};

/** Whatever was thrown, as an AppError: what is not expected says nothing of its inside. */
export function toAppError(error: unknown): AppError {
  if (error instanceof AppError) return error;
  if (error instanceof HTTPException) {
    const code = CODES[error.status];
    if (code) return new AppError(code, error.message || TITLES[code], { cause: error });
  }
  if (isStorageAway(error))
    return new AppError("unavailable", "This cannot be saved right now. Try again in a minute.", {
      retryAfter: 10,
      cause: error,
    });
  return new AppError("internal", "This is on our side, and it is in our log. Try again in a minute.", {
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

// SQLite: busy, locked, full, read-only, I/O. PostgreSQL: connections (08), resources (53), shutting down (57P), read-only (25006).
const STORAGE_AWAY =
  /^(?:SQLITE_(?:BUSY|LOCKED|FULL|READONLY|IOERR|CANTOPEN)|08|53|57P|25006|ECONN|ETIMEDOUT|ENOSPC|EROFS)/;

/** True where the database (not the request) is at fault and may come back by itself. */
function isStorageAway(error: unknown): boolean {
  for (let at: unknown = error; at instanceof Error; at = at.cause) {
    if ("code" in at && typeof at.code === "string" && STORAGE_AWAY.test(at.code)) return true;
  }
  return false;
}
