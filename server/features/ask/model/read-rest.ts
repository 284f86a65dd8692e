import { APIError } from "openai";
import { readRetryAfter } from "#server/core/retry-after.ts";

/** A server that asks for longer is asked again all the same: it may have been mistaken. */
const LONGEST_MS = 60_000;

/** Milliseconds for which a server that refused wants to be left alone, by its Retry-After. */
export function readRest(error: unknown): number {
  if (!(error instanceof APIError)) return 0;
  const status: unknown = error.status; // any, says the client
  const headers: unknown = error.headers;
  const asks = (status === 429 || status === 503) && headers instanceof Headers;
  return asks ? Math.min(readRetryAfter(headers.get("retry-after")), LONGEST_MS) : 0;
}
