import type { z } from "zod";
import type { ChannelConfig } from "../../core/channel-settings.ts";
import type { GuardedAnswer, GuardedFetch } from "../../core/outbound.ts";
import { askJson, isTaken, quote, readAnswer, readJson } from "./ask-json.ts";
import { ChannelAway, ChannelRefused } from "./channel.ts";

type Question<Shape> = { method: "GET" | "POST"; path: string; shape: z.ZodType<Shape>; sent?: unknown };
export type AskChatwoot = <Shape>(signal: AbortSignal, question: Question<Shape>) => Promise<Shape>;

/** Asks Chatwoot's Application API (developers.chatwoot.com) within the account of the settings; paths begin after it. */
export const createAskChatwoot =
  ({ url, account, token }: NonNullable<ChannelConfig["chatwoot"]>, fetch: GuardedFetch): AskChatwoot =>
  async (signal, { method, path, shape, sent }) => {
    // Written api_access_token in its documentation, which nginx drops for its underscores; Rack takes both for the same.
    const headers = { accept: "application/json", "api-access-token": token };
    const body = sent === undefined ? "" : JSON.stringify(sent);
    const answer = await askJson(
      fetch,
      { url: `${url}/api/v1/accounts/${account}${path}`, method, headers, body },
      signal,
    );
    if (!isTaken(answer)) throw readFault(answer, path);
    return readAnswer(shape, answer, { of: "Chatwoot", setting: "CHATWOOT_INBOX_URL" });
  };

/** What only the operator can mend, by Chatwoot's words for it. Until then nothing gets through, and nothing is lost. */
const TO_MEND: Record<string, string> = {
  "Invalid Access Token": "CHATWOOT_TOKEN is no access token there",
  "Access to this endpoint is not authorized for bots": "CHATWOOT_TOKEN is a bot's: set an agent's",
  "You are not authorized to access this account":
    "the agent of CHATWOOT_TOKEN is not in the account of CHATWOOT_INBOX_URL",
  "You are not authorized to do this action": "the agent of CHATWOOT_TOKEN must be added to the inbox",
  "You need to sign in or sign up before continuing.":
    "CHATWOOT_TOKEN did not arrive: let the proxy before Chatwoot pass the header Api-Access-Token on",
  "Resource could not be found": "CHATWOOT_INBOX_URL names no account or inbox there",
};

type Fault = { error?: unknown; errors?: unknown[]; message?: unknown };

/** Its words without their JSON. What is no JSON, or another one, is said as it came. */
function sayBody(body: string): string {
  const { error, errors, message } = (readJson(body) ?? {}) as Fault; // as its controllers write them; find looks
  return [message, error, errors?.[0]].find((each) => typeof each === "string") ?? body;
}

/** 404 is the conversation's where one is named, else the settings'; 422 is what was sent. */
function readFault({ status, body, retryAfterMs }: GuardedAnswer, path: string): Error {
  const said = quote(sayBody(body));
  const words = `Chatwoot answered ${status} ${said}`;
  // two that come to be the same contact's at once: the next attempt finds it
  if (status === 422 && path === "/contacts") return new Error(words);
  if ([400, 413, 422].includes(status) || (status === 404 && path.startsWith("/conversations/")))
    return new ChannelRefused(words);
  const mend = TO_MEND[said];
  return new ChannelAway(mend ? `${words}: ${mend}` : words, { retryAfterMs });
}
