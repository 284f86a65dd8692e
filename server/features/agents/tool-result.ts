import { AppError } from "#server/core/errors.ts";

type Result = { content: { type: "text"; text: string }[]; isError?: boolean };

/** What went wrong for the one who asks is told to the assistant; what broke here is thrown, and logged. */
export async function toolResult(work: () => string | Promise<string>): Promise<Result> {
  try {
    return { content: [{ type: "text", text: await work() }] };
  } catch (error) {
    if (!(error instanceof AppError) || error.status >= 500) throw error;
    const wait = error.retryAfter ? ` Try again in ${error.retryAfter} seconds.` : "";
    return { content: [{ type: "text", text: error.message + wait }], isError: true };
  }
}
