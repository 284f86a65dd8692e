const STATUS = {
  bad_request: 400,
  unauthorized: 401,
  forbidden: 403,
  not_found: 404,
  method_not_allowed: 405,
  conflict: 409,
  thread_full: 409,
  too_large: 413,
  unsupported_media: 415,
  unprocessable: 422,
  limited: 429,
  proof_required: 429,
  internal: 500,
  unavailable: 503,
} as const;

export type ErrorCode = keyof typeof STATUS;
export type FieldError = { /** dotted path within the input */ path: string; message: string };
type Options = {
  fields?: FieldError[];
  /** seconds */ retryAfter?: number;
  /** more members of the problem, such as a challenge */ extra?: Record<string, unknown>;
  cause?: unknown;
};

/** What a service throws; only app.ts turns it into HTTP (RFC 9457). The message is shown to people: it says what to do. */
export class AppError extends Error {
  readonly code: ErrorCode;
  readonly fields: FieldError[];
  readonly retryAfter: number | undefined;
  readonly extra: Record<string, unknown>;

  constructor(code: ErrorCode, message: string, options: Options = {}) {
    super(message, { cause: options.cause });
    this.name = "AppError";
    this.code = code;
    this.fields = options.fields ?? [];
    this.retryAfter = options.retryAfter;
    this.extra = options.extra ?? {};
  }

  get status(): (typeof STATUS)[ErrorCode] {
    return STATUS[this.code];
  }
}

/** What was thrown, in its own words. */
export const wordsOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
