import { ANYWHERE, createGuardedFetch, type GuardedAnswer, type GuardedFetch } from "../../core/outbound.ts";
import { oneLine } from "../../core/one-line.ts";
import type { CaseEvent } from "../case-events.ts";
import { askJson, isTaken, quote } from "./ask-json.ts";
import { sayAuthor, sayFiles, sayWho, saySubject } from "./case-text.ts";
import { type Channel, ChannelAway, type ChannelDefinition, ChannelRefused } from "./channel.ts";

/** `text` stands in notifications, `parts` in the message: mrkdwn in which what people wrote is escaped. */
type SlackMessage = { text: string; parts: string[] };

/** A message in one channel of Slack, by an incoming webhook (docs.slack.dev, "Sending messages using incoming webhooks"). */
export const slack: ChannelDefinition<SlackMessage> = {
  name: "slack",
  title: "Slack",
  settings: "SLACK_WEBHOOK_URL",
  isSet: (config) => config.slack !== null,
  open: (config) => config.slack && openSlack(config.slack.url, createGuardedFetch(ANYWHERE)),
  tell: (event) => {
    const { type, data } = event;
    // what they wrote says it
    if (type === "escalation.reopened" && data.by === "customer") return null;
    const link = type === "escalation.answered" ? [] : [`<${data.deskUrl}|Answer at the desk>`];
    return { text: escape(sayNotice(event)), parts: [...writeParts(event), ...link] };
  },
};

/** Slack takes 3,000 characters a section; an escaped one is up to five times as long as what was typed. */
const SECTION_MAX = 2900;
const STEPS_SHOWN = 6;

function sayNotice({ type, data }: CaseEvent): string {
  if (type === "escalation.created") return saySubject(data.reference, data.subject ?? data.message);
  if (type === "escalation.replied") return saySubject(data.reference, data.body || sayFiles(data.files.length));
  if (type === "escalation.answered") return `[${data.reference}] is answered by ${oneLine(data.author, 120)}`;
  return `[${data.reference}] is ${type === "escalation.solved" ? "solved" : "open again"}`;
}

function writeParts({ type, data }: CaseEvent): string[] {
  const reference = `*${escape(data.reference)}*`;
  // a line, without the words: no later message can stand in the first one's thread (docs/adr/0020)
  if (type === "escalation.answered") return [`${reference} is answered by ${escape(oneLine(data.author, 120))}`];
  const who = escape(sayWho(data));
  if (type === "escalation.replied")
    return [
      `${reference}: ${data.author === data.email ? who : escape(sayAuthor(data))} wrote again`,
      cut(data.body || sayFiles(data.files.length)),
    ];
  if (type === "escalation.solved") return [`${reference} is solved, says ${data.by === "customer" ? who : "support"}`];
  if (type === "escalation.reopened") return [`${reference} is open again, says support`];
  const tried = data.trail.slice(-STEPS_SHOWN).map(({ title }) => `• ${oneLine(title, 120)}`);
  return [
    `${reference}: ${who} asks for a person`,
    cut(data.message),
    ...(tried.length > 0 ? [cut(tried.join("\n"))] : []),
  ];
}

/** The three characters that Slack reads: mentions, channels, links and entities begin with one of them. */
const escape = (text: string): string => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");

/** Escaped, and not cut within an entity. */
function cut(text: string): string {
  const letters = Array.from(text.trim(), escape);
  let length = 0;
  const fitting = letters.findIndex((letter) => (length += letter.length) > SECTION_MAX);
  return fitting < 0 ? letters.join("") : `${letters.slice(0, fitting).join("")}…`;
}

export function openSlack(url: string, fetch: GuardedFetch): Channel<SlackMessage> {
  return {
    async send({ id, payload }, signal) {
      const blocks = payload.parts.map((text, index) => ({
        type: "section",
        // Slack has no field for a delivery's id; programs that read messages find it here.
        block_id: index === 0 ? id : `${id}-${index}`,
        // verbatim: addresses and names in it are made no links
        text: { type: "mrkdwn", text, verbatim: true },
      }));
      const body = JSON.stringify({ text: payload.text, unfurl_links: false, unfurl_media: false, blocks });
      const answer = await askJson(fetch, { url, body }, signal);
      if (!isTaken(answer)) throw readFault(answer);
      return null;
    },
  };
}

/** Slack's words for what only the operator can mend. Until then nothing gets through, and nothing is lost. */
const TO_MEND: Record<string, string> = {
  no_service: "the webhook was removed: make another one, and set SLACK_WEBHOOK_URL",
  no_service_id: "SLACK_WEBHOOK_URL is not whole",
  no_active_hooks: "the webhook is switched off in Slack",
  no_team: "SLACK_WEBHOOK_URL names no workspace",
  team_disabled: "the workspace is no longer active",
  invalid_token: "SLACK_WEBHOOK_URL is not whole, or the webhook was removed",
  channel_not_found: "the channel is gone: make a webhook for another one",
  channel_is_archived: "the channel is archived: make a webhook for another one",
  action_prohibited: "an admin does not let the webhook post there",
  posting_to_general_channel_denied: "an admin does not let the webhook post to #general",
};

function readFault({ status, body, retryAfterMs }: GuardedAnswer): Error {
  const said = quote(body);
  const mend = TO_MEND[said];
  const words = `Slack answered ${status} ${said}${mend ? `: ${mend}` : ""}`;
  const isOfMessage = !mend && (status === 400 || status === 413);
  return isOfMessage ? new ChannelRefused(words) : new ChannelAway(words, { retryAfterMs });
}
