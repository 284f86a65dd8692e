import { startSlack } from "#test/fakes/slack.ts";
import { startZendesk } from "#test/fakes/zendesk.ts";

/** A Slack channel that somebody archived, and a Zendesk that refuses the first ticket: what the desk shows under Deliveries. */
export async function startChannels() {
  const [slack, zendesk] = await Promise.all([startSlack(), startZendesk()]);
  slack.archive();
  const details = { requester: [{ description: "Requester: Grace is suspended." }] };
  zendesk.say(422, { error: "RecordInvalid", description: "Record validation errors", details });
  return {
    settings: {
      SLACK_WEBHOOK_URL: slack.webhookUrl,
      ZENDESK_URL: zendesk.url,
      ZENDESK_EMAIL: zendesk.email,
      ZENDESK_TOKEN: zendesk.token,
    },
    close: async () => void (await Promise.all([slack.close(), zendesk.close()])),
  };
}
