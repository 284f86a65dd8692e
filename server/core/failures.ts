import type { Context } from "hono";
import type { VisitorEnv } from "./context.ts";
import type { AppError } from "./errors.ts";
import type { Log } from "./log.ts";
import { problemOf } from "./problem.ts";

/** Logs what is our fault, with its causes; what is the client's fault is told to the client alone. */
export function logFailure<E extends VisitorEnv>(c: Context<E>, error: AppError): void {
  if (error.status < 500) return;
  const log = c.get("log") as Log; // VisitorEnv says so; a generic environment forgets it
  log.error({ err: error.cause ?? error, code: error.code }, error.message);
}

/** Sets what every failed answer carries. */
export function setFailureHeaders(c: Context, error: AppError): void {
  if (error.retryAfter !== undefined) c.header("Retry-After", String(error.retryAfter));
  if (typeof error.extra["allow"] === "string") c.header("Allow", error.extra["allow"]);
  c.header("Cache-Control", "no-store");
}

export function sendProblem<E extends VisitorEnv>(c: Context<E>, error: AppError): Response {
  const problem = problemOf(error, c.get("requestId"));
  return c.body(JSON.stringify(problem), error.status, { "Content-Type": "application/problem+json" });
}
