import { z } from "zod";
import type { Hub } from "#content/schema.ts";
import type { ChannelConfig } from "../core/channel-settings.ts";
import { newId } from "../core/ids.ts";
import { ANYWHERE, createGuardedFetch } from "../core/outbound.ts";
import { createAskChatwoot } from "../outbox/channels/ask-chatwoot.ts";
import { createAskZendesk } from "../outbox/channels/ask-zendesk.ts";
import { CHANNELS } from "../outbox/channels/channels.ts";
import { requireApiInbox } from "../outbox/channels/chatwoot.ts";
import { openSlack } from "../outbox/channels/slack.ts";
import { type ChannelState, chooseChannels } from "../outbox/choose-channels.ts";
import { wordsOf } from "../core/errors.ts";
import { type Doctor, fail, type Finding, ok, warn } from "./finding.ts";

/** `--send-to` this posts a line there. */
export const TO_SLACK = "slack";

const reach = createGuardedFetch(ANYWHERE);
const ANSWER_MS = 10_000;
const soon = () => AbortSignal.timeout(ANSWER_MS);

/** What a channel says may be a question, or end with a dot of its own. */
const sentenceOf = (error: unknown): string => wordsOf(error).replace(/[^.?!]$/, "$&.");

/** Where support hears of cases beside mail: does each let us in? Nothing is written there, but a line where one is asked for. */
export async function checkChannels({ config }: Doctor, { support }: Hub, sendTo: string | null): Promise<Finding[]> {
  const posts = sendTo === TO_SLACK;
  try {
    const states = chooseChannels(support, config);
    const isOn = (name: string) => states.some(({ kind, state }) => kind === name && state === "on");
    const { zendesk, chatwoot, slack } = config;
    const asked = await Promise.all([
      ...(zendesk && isOn("zendesk") ? [checkZendesk(zendesk)] : []),
      ...(chatwoot && isOn("chatwoot") ? [checkChatwoot(chatwoot)] : []),
      ...(slack && posts ? [postToSlack(slack.url)] : []),
    ]);
    const unasked = [
      ...(slack && !posts && isOn("slack") ? [describeSlack(slack.url)] : []),
      ...(!slack && posts ? [warn("slack", "Nothing was posted: it is off.", "Set SLACK_WEBHOOK_URL.")] : []),
    ];
    return [...states.flatMap(describeChoice), ...asked, ...unasked];
  } catch (error) {
    return [fail("channels", wordsOf(error), "Name those that there are, or leave support.channels away.")];
  }
}

/** What hub.yaml and the settings do not agree on. Mail has a line of its own. */
function describeChoice({ kind, state, set }: ChannelState): Finding[] {
  const { name, settings } = CHANNELS[kind];
  if (kind === "email") return [];
  if (state === "unset")
    return [
      warn(name, "hub.yaml names it, but it has no settings.", `Set ${settings}, or take it out of support.channels.`),
    ];
  return state === "off" && set ? [ok(name, "It is set, but support.channels of hub.yaml leaves it out.")] : [];
}

const Me = z.object({
  user: z.object({ email: z.string().nullish(), role: z.string(), only_private_comments: z.boolean().nullish() }),
});

async function checkZendesk(settings: NonNullable<ChannelConfig["zendesk"]>): Promise<Finding> {
  try {
    const question = { method: "GET", path: "/users/me.json", shape: Me } as const;
    const { user } = await createAskZendesk(settings, reach)(soon(), question);
    if (!["agent", "admin"].includes(user.role))
      return fail(
        "zendesk",
        `It takes us for an ${user.role}, who makes no tickets for others.`,
        "Set ZENDESK_EMAIL to an agent's or admin's address.",
      );
    if (user.only_private_comments)
      return fail(
        "zendesk",
        `${user.email} may write private comments alone: it opens and solves no ticket.`,
        "Take another agent for ZENDESK_EMAIL, or give this one a role above light agent.",
      );
    return ok("zendesk", `It lets us in as ${user.email} (${user.role}).`);
  } catch (error) {
    const todo =
      "Look at ZENDESK_URL, ZENDESK_EMAIL and ZENDESK_TOKEN, and whether API tokens are on in its Admin Center.";
    return fail("zendesk", sentenceOf(error), todo);
  }
}

async function checkChatwoot(settings: NonNullable<ChannelConfig["chatwoot"]>): Promise<Finding> {
  try {
    await requireApiInbox(soon(), createAskChatwoot(settings, reach), settings.inbox);
    return ok("chatwoot", "The inbox is there, and is one that takes cases.");
  } catch (error) {
    return fail("chatwoot", sentenceOf(error), "Look at CHATWOOT_INBOX_URL and CHATWOOT_TOKEN.");
  }
}

/** Slack has other webhooks, of workflows, that take no such message. */
const WEBHOOK_OF_SLACK = /^https:\/\/hooks\.slack(?:-gov)?\.com\/services\/T\w+\/B\w+\/\w+$/;

const describeSlack = (url: string): Finding =>
  WEBHOOK_OF_SLACK.test(url)
    ? ok("slack", `It is set. Slack cannot be asked without a message (--send-to=${TO_SLACK} posts a line).`)
    : warn(
        "slack",
        "SLACK_WEBHOOK_URL is not as Slack's incoming webhooks are: https://hooks.slack.com/services/T…/B…/…",
        `Look at it; --send-to=${TO_SLACK} posts a line and shows whether it works all the same.`,
      );

async function postToSlack(url: string): Promise<Finding> {
  const text = "This line was posted by npm run doctor: Slack works.";
  const parcel = { id: newId("doc"), createdAt: new Date(), ref: null, findReceived: async () => null };
  try {
    await openSlack(url, reach).send({ ...parcel, payload: { text, parts: [text] } }, soon());
    return ok("slack", "Slack took a line. Look whether it stands in the channel.");
  } catch (error) {
    return fail(
      "slack",
      sentenceOf(error),
      "Make an incoming webhook in Slack, and set SLACK_WEBHOOK_URL to its address.",
    );
  }
}
