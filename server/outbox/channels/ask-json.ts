import type { GuardedAnswer, GuardedFetch } from "../../core/outbound.ts";
import { ChannelAway } from "./channel.ts";

const TIMEOUT_MS = 15_000;

type Sent = { url: string; method?: "GET" | "POST" | "PUT"; headers?: Record<string, string>; body: string };

/** Asks a channel's other side. Without an answer of any kind the channel is away. */
export async function askJson(fetch: GuardedFetch, sent: Sent, signal: AbortSignal): Promise<GuardedAnswer> {
  const { url, method = "POST", body } = sent;
  const headers = { "content-type": "application/json", "user-agent": "Handrail", ...sent.headers };
  try {
    return await fetch(url, { method, headers, body, timeoutMs: TIMEOUT_MS, signal });
  } catch (error) {
    throw new ChannelAway(error instanceof Error ? error.message : String(error), { cause: error });
  }
}

/** A status of null: nothing was answered. */
export const isTaken = ({ status }: { status: number | null }): boolean =>
  status !== null && status >= 200 && status < 300;

const SAID_MAX = 300;

/** What the other side said, on one short line. */
export const quote = (body: string): string => body.replace(/\s+/g, " ").trim().slice(0, SAID_MAX);
