import type { z } from "zod";
import { basicAuth, type ChannelConfig } from "../../core/channel-settings.ts";
import type { GuardedAnswer, GuardedFetch } from "../../core/outbound.ts";
import { askJson, isTaken, quote, readAnswer } from "./ask-json.ts";
import { ChannelAway, ChannelRefused } from "./channel.ts";

type Question<Shape> = {
  method: "GET" | "POST" | "PUT";
  path: string;
  shape: z.ZodType<Shape>;
  sent?: unknown;
  /** What is sent twice under one key is done once, for two hours. */
  key?: string;
};
export type AskZendesk = <Shape>(signal: AbortSignal, question: Question<Shape>) => Promise<Shape>;

/** Asks Zendesk's Ticketing API (developer.zendesk.com) in the name of the settings' agent; paths begin after `/api/v2`. */
export const createAskZendesk =
  (settings: NonNullable<ChannelConfig["zendesk"]>, fetch: GuardedFetch): AskZendesk =>
  async (signal, { method, path, shape, sent, key }) => {
    const headers = { accept: "application/json", authorization: `Basic ${basicAuth(settings)}` };
    const body = sent === undefined ? "" : JSON.stringify(sent);
    const keyed = { ...headers, ...(key && { "idempotency-key": key }) };
    const answer = await askJson(fetch, { url: `${settings.url}/api/v2${path}`, method, headers: keyed, body }, signal);
    if (!isTaken(answer)) throw readFault(answer, path);
    return readAnswer(shape, answer, { of: "Zendesk", setting: "ZENDESK_URL" });
  };

type Fault = {
  error?: string | { title?: string; message?: string };
  description?: string;
  details?: Record<string, { description?: string }[]>;
};

/** Its words without their JSON. What is no JSON, or another one, is said as it came. */
function sayBody(body: string): string {
  try {
    const { error, description, details = {} } = JSON.parse(body) as Fault; // as its API writes them; else the catch, or nothing to say
    const title = typeof error === "object" ? [error.title, error.message] : [error];
    const reasons = Object.values(details).flatMap((each) => each.map((reason) => reason.description));
    return [...title, description, ...reasons].filter(Boolean).join(": ") || body;
  } catch {
    return body;
  }
}

/** 401 and 403 are the settings', 404 is the ticket's where one is named, 422 this change's. A 409 is somebody else's save in between. */
function readFault({ status, body, retryAfterMs }: GuardedAnswer, path: string): Error {
  const words = `Zendesk answered ${status} ${quote(sayBody(body))}`;
  if ([400, 413, 422].includes(status) || (status === 404 && path.startsWith("/tickets/")))
    return new ChannelRefused(words);
  if (status === 409) return new Error(words);
  return new ChannelAway(words, { retryAfterMs });
}
