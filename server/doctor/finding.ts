import type { Config } from "../core/config.ts";

/** One line of `npm run doctor`. `todo`: what to do about it, null where there is nothing. */
export type Finding = { about: string; state: "ok" | "warning" | "failed"; says: string; todo: string | null };

export const ok = (about: string, says: string): Finding => ({ about, state: "ok", says, todo: null });
export const warn = (about: string, says: string, todo: string): Finding => ({ about, state: "warning", says, todo });
export const fail = (about: string, says: string, todo: string): Finding => ({ about, state: "failed", says, todo });

/** How far this machine's clock is ahead of somebody else's. */
export type ClockReading = { of: string; aheadMs: number };

/** What every check is given. `clocks` collects what others' answers say of the time. */
export type Doctor = { config: Config; now: () => Date; clocks: ClockReading[] };

/** Nothing here may hold the others up. */
const ANSWER_MS = 10_000;

/** Asks a server, within ten seconds, and notes what its `Date` says. @throws Error in words that name no secret */
export async function ask({ clocks, now }: Doctor, url: string, init: RequestInit = {}): Promise<Response> {
  const { host } = new URL(url);
  try {
    const response = await fetch(url, { redirect: "manual", ...init, signal: AbortSignal.timeout(ANSWER_MS) });
    const date = Date.parse(response.headers.get("date") ?? "");
    if (!Number.isNaN(date)) clocks.push({ of: host, aheadMs: now().getTime() - date });
    return response;
  } catch (error) {
    const late = error instanceof Error && error.name === "TimeoutError";
    throw new Error(late ? `${host} did not answer within 10 seconds` : `${host} cannot be reached${whyOf(error)}`, {
      cause: error,
    });
  }
}

function whyOf(error: unknown): string {
  const cause = error instanceof Error ? error.cause : null;
  return cause instanceof Error && "code" in cause ? ` (${String(cause.code)})` : "";
}
