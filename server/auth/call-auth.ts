import type { Context } from "hono";
import { z } from "zod";
import type { VisitorEnv } from "#server/core/context.ts";
import { AppError } from "#server/core/errors.ts";
import { codeOfStatus } from "#server/core/problem.ts";
import { ADDRESS_HEADER } from "./auth.ts";
import { sessionUnread } from "./staff.ts";

/** The request's headers with the address that we believe in. */
export function headersOf<E extends VisitorEnv>(c: Context<E>): Headers {
  const headers = new Headers(c.req.raw.headers);
  headers.set(ADDRESS_HEADER, c.get("address") as string); // VisitorEnv says so; a generic environment forgets it
  return headers;
}

/** What better-auth refuses, in words that say what to do. */
const WORDS: Record<string, string> = {
  INVALID_EMAIL_OR_PASSWORD: "This address and this password do not belong together. Try again.",
  INVALID_PASSWORD: "This is not your password. Try again.",
  INVALID_CODE: "This code is wrong or too old. Type the one that the app shows now.",
  INVALID_BACKUP_CODE: "This is no backup code of yours, or it has been used. Type it as it was shown, or another one.",
  ACCOUNT_TEMPORARILY_LOCKED: "Too many wrong codes. Wait ten minutes, then sign in again.",
  TOO_MANY_ATTEMPTS_REQUEST_NEW_CODE: "Five wrong codes. Sign in with your password again.",
  INVALID_TWO_FACTOR_COOKIE: "That took too long. Sign in with your password again.",
  TOTP_ALREADY_ENABLED: "Codes are on already. Turn them off first, then set them up again.",
  TOTP_NOT_ENABLED: "Begin setting codes up first.",
  TWO_FACTOR_NOT_ENABLED: "Turn codes on first.",
  CREDENTIAL_ACCOUNT_NOT_FOUND: "Your account has no password.",
  BANNED_USER: "This account is barred. An admin can let it in again.",
};
const Told = z.object({ message: z.string(), code: z.string().optional() });

/** better-auth's own way of failing becomes ours; anything else it throws stays what it is. */
export async function answerAuth(answer: Promise<Response>): Promise<Response> {
  const response = await answer;
  if (response.status < 400) return response;
  if (response.status >= 500) throw sessionUnread(await response.text());
  const told = Told.safeParse(await response.json().catch(() => null)).data;
  const words = WORDS[told?.code ?? ""] ?? told?.message ?? "Sign-in has no such route.";
  throw new AppError(codeOfStatus(response.status), words, { extra: { ...(told?.code && { why: told.code }) } });
}

/** Hands the cookies of an answer of better-auth's on. */
export function passCookies<E extends VisitorEnv>(c: Context<E>, { headers }: Response): void {
  for (const cookie of headers.getSetCookie()) c.header("Set-Cookie", cookie, { append: true });
}

/** Headers as a browser sends them after an answer of better-auth's. */
export const cookiesOf = ({ headers }: Response): Headers =>
  new Headers({
    cookie: headers
      .getSetCookie()
      .map((cookie) => cookie.split(";")[0])
      .join("; "),
  });
