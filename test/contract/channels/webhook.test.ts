import { startWebhookSink } from "#test/fakes/webhook-sink.ts";
import { holdsToContract, openChannel } from "./suite.ts";

const sink = await startWebhookSink();
let away = false;
/** Programs read it: what they make of a text is theirs. */
const told = () =>
  sink.deliveries.filter(({ status }) => status < 300).map(({ body }) => body as { data: Record<string, unknown> });
holdsToContract(
  "webhook",
  await openChannel("webhook", async () => ({
    env: { WEBHOOK_URL: sink.url, WEBHOOK_SECRET: sink.secret },
    ids: () => sink.deliveries.filter(({ status }) => status < 300).map(({ id }) => id),
    read: () =>
      told().map(({ data }) =>
        Object.values(data)
          .map((value) => (typeof value === "string" ? value : JSON.stringify(value)))
          .join("\n"),
      ),
    live: () => [],
    away: (is) => {
      if (is === away) return;
      away = is;
      sink.answers.splice(0, sink.answers.length, ...(is ? [503] : []));
    },
    refuse: () => void sink.answers.push(422),
    tellSecret: () => void sink.answers.push(400),
    secret: sink.secret,
    close: sink.stop,
  })),
);
