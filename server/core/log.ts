import pino, { type Logger } from "pino";
import type { Config } from "./config.ts";

export type Log = Logger;

const SECRET_FIELDS = [
  "authorization",
  "cookie",
  "set-cookie",
  "password",
  "secret",
  "token",
  "apiKey",
  "api_key",
  "email",
];
// pino's paths name a depth each: at the top, one below, two below
const REDACTED = SECRET_FIELDS.flatMap((field) => [`["${field}"]`, `*["${field}"]`, `*.*["${field}"]`]);

/** JSON lines to stdout, or to `to`. Secrets and addresses are left out by field name. */
export function createLog(level: Config["logLevel"], to?: pino.DestinationStream): Log {
  return pino({ level, base: undefined, redact: { paths: REDACTED, censor: "[left out]" } }, to ?? pino.destination(1));
}

/** A path as it may stand in a log: a receipt's secret is the only key to it. */
export const loggablePath = (path: string): string => path.replace(/^(\/receipts\/|\/api\/receipts\/)[^/]+/, "$1…");
