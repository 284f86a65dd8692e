import { APIError } from "openai";

/** A server that asks for longer is asked again all the same: it may have been mistaken. */
const LONGEST_MS = 60_000;

/** Milliseconds for which a server that refused wants to be left alone, by its Retry-After: seconds or a date. */
export function readRest(error: unknown): number {
  if (!(error instanceof APIError)) return 0;
  const status: unknown = error.status; // any, says the client
  const headers: unknown = error.headers;
  const asks = (status === 429 || status === 503) && headers instanceof Headers;
  const said = asks ? headers.get("retry-after")?.trim() : null;
  if (!said) return 0;
  const wait = /^\d+(?:\.\d+)?$/.test(said) ? Number(said) * 1000 : Date.parse(said) - Date.now();
  return wait > 0 ? Math.min(wait, LONGEST_MS) : 0; // a date that is none compares false
}
