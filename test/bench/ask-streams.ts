/** The model half of bench:ask: what the hub adds to a model's time, and a thousand answers at once. */
import { mkdtempSync, rmSync } from "node:fs";
import { Agent, request } from "node:http";
import { tmpdir } from "node:os";
import path from "node:path";
import process from "node:process";
import { setTimeout as sleep } from "node:timers/promises";
import { writeBuild } from "#test/fakes/built-hub.ts";
import { sampleKnowledge } from "#test/fakes/knowledge.ts";
import { serveHub } from "#test/support/served-hub.ts";
import { startChild, watchMemory, type Child } from "./child.ts";

const QUESTION = "How long does the approval of my Tenant ID take?";
const FIRST = "The Referral Factory team approves your Tenant ID, which takes 1–2 business days. [1]";
const TEXT = `${FIRST} Then install the app and enter three values. [1]`;

/** Answers one after the other, to measure what each is late. */
const ALONE = { FIRST_MS: "200", EACH_MS: "15" };
const ROUNDS = 40;
const OVERHEAD_MS = 30;
/** Answers at once: so many begin a second, and none ends until all have begun. */
const STREAMS = Number(process.env["STREAMS"] ?? 1000);
const BEGIN_A_SECOND = 80;
const TIMES = 8;
const CROWD = { FIRST_MS: "500", EACH_MS: "100", TIMES: String(TIMES), CROWD: String(STREAMS) };
const MEMORY_RATIO = 1.3;
/** An answer that has not ended by then has been dropped. */
const ENDS_WITHIN_MS = 120_000;

type Say = (line: string) => void;
type Server = Pick<Child, "origin" | "pid">;
type Heard = { status: number; text: string; firstMs: number };

/** Prints what it measures; true when all is within its bounds. */
export async function benchStreams(say: Say): Promise<boolean> {
  const isQuick = await benchOverhead(say);
  const isRoomy = await benchCrowd(say);
  return isQuick && isRoomy;
}

function benchOverhead(say: Say): Promise<boolean> {
  return withModel(ALONE, (model) =>
    withHub(model, async (hub) => {
      const late: number[] = [];
      for (let round = 0; round < ROUNDS + 5; round++) {
        const bare = await post(`${model.origin}/v1/chat/completions`, round, (text) =>
          readDeltas(text).includes(FIRST),
        );
        const checked = await post(`${hub.origin}/api/ask`, round, (text) => text.includes("event: sentence"));
        if (!isByModel(checked)) throw new Error(`No answer of the model's: ${checked.text}`);
        if (round >= 5) late.push(checked.firstMs - bare.firstMs); // the first ones warm up
      }
      const sorted = late.toSorted((a, b) => a - b);
      const at = (part: number) => sorted[Math.floor(sorted.length * part)] ?? 0;
      say(`To the end of the first sentence, over the bare upstream (a word each ${ALONE.EACH_MS} ms), ms:`);
      say(`  p50 ${at(0.5).toFixed(1)}, p95 ${at(0.95).toFixed(1)}; p50 at most ${OVERHEAD_MS}`);
      return at(0.5) <= OVERHEAD_MS;
    }),
  );
}

async function benchCrowd(say: Say): Promise<boolean> {
  const bare = await withModel(CROWD, async (model) => {
    const relay = await startChild("ask-relay.child.ts", { OPENAI_BASE_URL: `${model.origin}/v1` });
    return await crowd(relay, model).finally(() => relay.stop());
  });
  const checked = await withModel(CROWD, (model) => withHub(model, (hub) => crowd(hub, model)));
  const ratio = checked.memory / bare.memory;
  say(`${STREAMS} answers at once:`);
  say("| | open together | complete | dropped | memory before, MB | at most, MB |");
  say("| --- | --- | --- | --- | --- | --- |");
  for (const [name, { most, complete, before, memory }] of Object.entries({ "hono and openai": bare, hub: checked }))
    say(`| ${[name, most, complete, STREAMS - complete, before.toFixed(0), memory.toFixed(0)].join(" | ")} |`);
  say(`  memory: ${ratio.toFixed(2)} of the bare relay's; at most ${MEMORY_RATIO}`);
  const isWhole = [bare, checked].every(({ most, complete }) => most === STREAMS && complete === STREAMS);
  return isWhole && ratio <= MEMORY_RATIO;
}

async function withModel<T>(settings: Record<string, string>, work: (model: Child) => Promise<T>): Promise<T> {
  const model = await startChild("ask-upstream.child.ts", { TEXT, ...settings });
  try {
    return await work(model);
  } finally {
    model.stop();
  }
}

async function crowd({ origin, pid }: Server, model: Server) {
  const agent = new Agent({ keepAlive: false });
  const memory = watchMemory(pid);
  const before = memory.now();
  const answers: Promise<Heard>[] = [];
  for (let count = 1; count <= STREAMS; count++) {
    answers.push(post(`${origin}/api/ask`, count, () => false, agent));
    await sleep(1000 / BEGIN_A_SECOND);
  }
  const heard = await Promise.all(answers);
  const most = Number(await (await fetch(`${model.origin}/most`)).text());
  return { most, complete: heard.filter(isComplete).length, before, memory: memory.stop() };
}

/** Every word of the model's has come: from the relay as pieces, from the hub as sentences that it wrote. */
function isComplete({ status, text }: Heard): boolean {
  const count = (event: string) => text.split(event).length - 1;
  const words = count('event: piece\ndata: {"text":"') - count('event: piece\ndata: {"text":""}');
  const isWhole = words === WORDS || (isByModel({ text }) && count("event: sentence\n") === SENTENCES);
  return status === 200 && count("event: done\n") === 1 && isWhole;
}
const isByModel = ({ text }: Pick<Heard, "text">) => text.includes('"mode":"model"');
const WORDS = TEXT.split(" ").length * TIMES;
const SENTENCES = 2 * TIMES;

/** A hub of its own, with the sample articles and this model. */
async function withHub<T>(model: Server, work: (hub: Server) => Promise<T>): Promise<T> {
  const builds = mkdtempSync(path.join(tmpdir(), "handrail-bench-"));
  await writeBuild(builds, "first", {}, { knowledge: sampleKnowledge });
  const hub = await serveHub({
    BUILDS_DIR: builds,
    OPENAI_BASE_URL: `${model.origin}/v1`,
    OPENAI_MODEL: "tiny",
    MODEL_WAIT_SECONDS: "120", // the last ones to begin may be late on a busy machine
    TOKENS_PER_DAY: "1000000000",
    TOKENS_PER_MINUTE: "1000000000",
    CACHED_ANSWERS: "0",
    TRUSTED_PROXIES: "127.0.0.0/8, ::1/128",
  });
  try {
    return await work({ origin: hub.url.replace("localhost", "127.0.0.1"), pid: hub.pid });
  } finally {
    await hub.stop();
    rmSync(builds, { recursive: true, force: true });
  }
}

/** Asks, each time from another address. `firstMs`: until what has come `isThere`. What breaks off is as far as it came. */
function post(url: string, count: number, isThere: (text: string) => boolean, agent?: Agent): Promise<Heard> {
  const body = JSON.stringify({ question: QUESTION, messages: [], stream: true });
  const startedAt = performance.now();
  return new Promise((resolve) => {
    const heard: Heard = { status: 0, text: "", firstMs: 0 };
    const end = () => resolve(heard);
    const sent = request(url, {
      method: "POST",
      signal: AbortSignal.timeout(ENDS_WITHIN_MS),
      ...(agent && { agent }),
      headers: {
        "content-type": "application/json",
        accept: "text/event-stream",
        "x-forwarded-for": `10.0.${(count >> 8) & 255}.${count & 255}`,
      },
    });
    sent.on("error", end);
    sent.on("response", (response) => {
      heard.status = response.statusCode ?? 0;
      response.setEncoding("utf8");
      response.on("data", (part: string) => {
        heard.text += part;
        if (heard.firstMs === 0 && isThere(heard.text)) heard.firstMs = performance.now() - startedAt;
      });
      response.on("error", end);
      response.on("end", end);
    });
    sent.end(body);
  });
}

/** The text of a model's stream so far. */
const readDeltas = (stream: string): string =>
  [...stream.matchAll(/"content":("(?:[^"\\]|\\.)*")/g)].map(([, json]) => String(JSON.parse(json ?? '""'))).join("");
