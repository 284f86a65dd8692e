import { Agent, request } from "node:http";

export type LoadResult = { perSecond: number; p50: number; p99: number; refused: number };
export type Shot = { path: string; headers?: Record<string, string>; body: unknown };

/**
 * Sends POST requests over `connections` connections for `seconds`, each as soon as the one before is answered.
 * Latencies are milliseconds; `refused` counts answers other than 2xx.
 */
export async function load(
  origin: string,
  nextShot: (count: number) => Shot,
  { connections = 16, seconds = 8 } = {},
): Promise<LoadResult> {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const latencies: number[] = [];
  let count = 0;
  let refused = 0;
  const startedAt = performance.now();
  const until = startedAt + seconds * 1000;
  const worker = async () => {
    while (performance.now() < until) {
      const sentAt = performance.now();
      const status = await send(origin, nextShot(count++), agent);
      latencies.push(performance.now() - sentAt);
      if (status < 200 || status > 299) refused++;
    }
  };
  await Promise.all(Array.from({ length: connections }, worker));
  agent.destroy();
  const took = (performance.now() - startedAt) / 1000;
  const sorted = latencies.toSorted((a, b) => a - b);
  const at = (part: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0;
  return { perSecond: sorted.length / took, p50: at(0.5), p99: at(0.99), refused };
}

function send(origin: string, { path, headers, body }: Shot, agent: Agent): Promise<number> {
  const text = JSON.stringify(body);
  return new Promise((resolve, reject) => {
    const sent = request(`${origin}${path}`, {
      method: "POST",
      agent,
      headers: { "content-type": "application/json", "content-length": Buffer.byteLength(text), ...headers },
    });
    sent.on("response", (response) => {
      response.resume();
      response.on("end", () => resolve(response.statusCode ?? 0));
      response.on("error", reject);
    });
    sent.on("error", reject);
    sent.end(text);
  });
}
