/** npm run bench:api: what the API does a second on this machine, beside a bare Hono route in the same run. */
import { randomUUID } from "node:crypto";
import { serveHub } from "#test/support/served-hub.ts";
import { startChild } from "./child.ts";
import { load, type LoadResult, type Shot } from "./load.ts";

const ARTICLE = "integrations/connect-your-crm";
const QUESTIONS = [
  "How do I connect HubSpot?",
  "Why do some contacts never reach my CRM?",
  "What does Do nothing do?",
  "Cannot reference converted lead",
  "Which permissions does Salesforce ask for?",
  "How does a referral qualify by itself?",
  "Where is the ServiceTitan tenant ID?",
  "Can I pay my invoice with bitcoin?",
];

/** A visitor of their own each time, as behind a proxy: limits count addresses. */
const visitor = (count: number) => ({
  "x-forwarded-for": `10.${(count >> 16) & 255}.${(count >> 8) & 255}.${count & 255}`,
  accept: "application/json",
});

const SHOTS: Record<string, (count: number) => Shot> = {
  votes: (count) => ({
    path: "/api/votes",
    headers: visitor(count),
    body: { articleId: ARTICLE, answered: count % 3 > 0 },
  }),
  escalations: (count) => ({
    path: "/api/escalations",
    headers: { ...visitor(count), "idempotency-key": randomUUID() },
    body: { email: `customer-${count}@example.com`, message: "Contacts do not arrive.", articleId: ARTICLE },
  }),
  "extractive answers": (count) => ({
    path: "/api/ask",
    headers: visitor(count),
    body: { question: QUESTIONS[count % QUESTIONS.length] },
  }),
};

const say = (line: string) => process.stdout.write(`${line}\n`);
const row = (name: string, { perSecond, p50, p99 }: LoadResult, bare: LoadResult) =>
  say(
    `| ${name} | ${Math.round(perSecond)} | ${p50.toFixed(1)} | ${p99.toFixed(1)} | ${(perSecond / bare.perSecond).toFixed(2)} |`,
  );

const bareServer = await startChild("bare-hono.child.ts");
const hub = await serveHub({ TRUSTED_PROXIES: "127.0.0.0/8, ::1/128", SPAM_PROOF: "off" });
const origin = hub.url.replace("localhost", "127.0.0.1");
try {
  const bareShot = (): Shot => ({ path: "/bare", body: { articleId: ARTICLE, answered: true } });
  await load(bareServer.origin, bareShot, { seconds: 2 }); // warms up
  const bare = await load(bareServer.origin, bareShot);
  say("| request | a second | p50, ms | p99, ms | ratio to the bare route |");
  say("| --- | --- | --- | --- | --- |");
  row("bare Hono route", bare, bare);
  for (const [name, shot] of Object.entries(SHOTS)) {
    await load(origin, shot, { seconds: 2 });
    const result = await load(origin, (count) => shot(count + 100_000));
    row(name, result, bare);
    if (result.refused > 0) {
      say(`${name}: ${result.refused} were refused`);
      process.exitCode = 1;
    }
  }
} finally {
  bareServer.stop();
  await hub.stop();
}
