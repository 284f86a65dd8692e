import { createServer } from "node:http";
import { text } from "node:stream/consumers";
import { Webhook } from "standardwebhooks";
import { serve } from "./serve.ts";

export type Delivery = { id: string; body: unknown; status: number };

export type WebhookSink = {
  url: string;
  secret: string;
  /** Every attempt whose signature holds, oldest first, with what it was answered. */
  deliveries: Delivery[];
  /** Attempts whose signature does not. */
  forged: number;
  /** What the next attempts are answered, one each; 204 when there is none left. */
  answers: number[];
  stop: () => Promise<void>;
};

/** A receiver of Standard Webhooks. Without a port, on a free one. */
export async function startWebhookSink(port = 0): Promise<WebhookSink> {
  const secret = `whsec_${Buffer.from("a secret of thirty-two characters").toString("base64")}`;
  const sink = { secret, deliveries: [] as Delivery[], forged: 0, answers: [] as number[] };
  const server = createServer(async (request, response) => {
    const raw = await text(request);
    const headers = Object.fromEntries(Object.entries(request.headers).map(([name, value]) => [name, String(value)]));
    const status = sink.answers.shift() ?? 204;
    try {
      const body = new Webhook(sink.secret).verify(raw, headers);
      sink.deliveries.push({ id: headers["webhook-id"] ?? "", body, status });
    } catch {
      sink.forged++;
    }
    response.writeHead(status, status >= 300 && status < 400 ? { location: "/elsewhere" } : {}).end();
  });
  const { url, close } = await serve(server, port);
  return Object.assign(sink, { url: `${url}/hook`, stop: close });
}
