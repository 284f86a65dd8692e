import type { z } from "zod";
import { wordsOf } from "../../core/errors.ts";
import type { GuardedAnswer, GuardedFetch } from "../../core/outbound.ts";
import { ChannelAway } from "./channel.ts";

const TIMEOUT_MS = 15_000;
/** Twenty messages of people, each in three forms. */
const MAX_BYTES = 4 * 1024 * 1024;

type Sent = { url: string; method?: "GET" | "POST" | "PUT"; headers?: Record<string, string>; body: string };

/** Asks a channel's other side. Without an answer of any kind the channel is away. */
export async function askJson(fetch: GuardedFetch, sent: Sent, signal: AbortSignal): Promise<GuardedAnswer> {
  const { url, method = "POST", body } = sent;
  const headers = { "content-type": "application/json", "user-agent": "Handrail", ...sent.headers };
  try {
    return await fetch(url, { method, headers, body, timeoutMs: TIMEOUT_MS, maxBytes: MAX_BYTES, signal });
  } catch (error) {
    throw new ChannelAway(wordsOf(error), { cause: error });
  }
}

/** A status of null: nothing was answered. */
export const isTaken = ({ status }: { status: number | null }): boolean =>
  status !== null && status >= 200 && status < 300;

/** null: it is no JSON. */
export function readJson(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return null;
  }
}

/** What was answered. `asked`: of whom that is, and the setting that leads there. */
export function readAnswer<Shape>(
  shape: z.ZodType<Shape>,
  { body }: GuardedAnswer,
  asked: { of: string; setting: string },
): Shape {
  const read = shape.safeParse(readJson(body));
  if (read.success) return read.data;
  throw new ChannelAway(`${asked.of} answered ${quote(body)}: is ${asked.setting} a ${asked.of}?`);
}

const SAID_MAX = 300;

/** What the other side said, on one short line. */
export const quote = (body: string): string => body.replace(/\s+/g, " ").trim().slice(0, SAID_MAX);
