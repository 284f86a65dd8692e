import pino, { type Logger } from "pino";
import type { Config } from "./config.ts";
import { EMAIL } from "./redact.ts";

export type Log = Logger;

const SECRET_FIELDS = [
  "authorization",
  "cookie",
  "set-cookie",
  "password",
  "secret",
  "token",
  "accessToken",
  "access_token",
  "refreshToken",
  "refresh_token",
  "clientSecret",
  "client_secret",
  "appKey",
  "verifier",
  "code_verifier",
  "grant",
  "credentials",
  "apiKey",
  "api_key",
  "email",
];
// pino's paths name a depth each: at the top, one below, two below
const REDACTED = SECRET_FIELDS.flatMap((field) => [`["${field}"]`, `*["${field}"]`, `*.*["${field}"]`]);

type LogOptions = {
  to?: pino.DestinationStream;
  /** Words that never stand in a line, wherever they come from: keys and passwords of the settings. */
  secrets?: string[];
};

/** JSON lines to stdout, or to `to`. Secrets and addresses are left out: by field name, and wherever else they stand. */
export function createLog(level: Config["logLevel"], { to, secrets = [] }: LogOptions = {}): Log {
  const redact = { paths: REDACTED, censor: LEFT_OUT };
  const streamWrite = (line: string) => cleanLine(line, secrets);
  return pino({ level, base: undefined, redact, hooks: { streamWrite } }, to ?? pino.destination(1));
}

const LEFT_OUT = "[left out]";
/** A key of the API, a webhook's secret. */
const OWN_SECRETS = "hr_[\\w-]{22}|whsec_[\\w+/=]{16,}";
/** JSON's escapes come first: the n of "\n" is not the beginning of an address. */
const NOT_TO_LOG = new RegExp(`\\\\u[\\da-f]{4}|\\\\.|${OWN_SECRETS}|${EMAIL.source}`, "giu");

/** A mail server's refusal names the recipient, a provider's the key. */
function cleanLine(line: string, secrets: string[]): string {
  const clean = line.replace(NOT_TO_LOG, (found) => (found.startsWith("\\") ? found : LEFT_OUT));
  return secrets.reduce((text, secret) => text.replaceAll(secret, LEFT_OUT), clean);
}

/** A path as it may stand in a log: a receipt's secret is the only key to it. */
export const loggablePath = (path: string): string => path.replace(/^(\/receipts\/|\/api\/receipts\/)[^/]+/, "$1…");
