/** A hub whose processes are killed: its database, what it sends to, and the settings that all of them share. */
import path from "node:path";
import { ne } from "drizzle-orm";
import { afterAll } from "vitest";
import { openDatabase, type Db } from "#db/database.ts";
import { outbox } from "#db/schema/outbox.ts";
import { writeBuild } from "#test/fakes/built-hub.ts";
import { sampleKnowledge } from "#test/fakes/knowledge.ts";
import { startSmtp } from "#test/fakes/smtp.ts";
import { startWebhookSink } from "#test/fakes/webhook-sink.ts";
import { freshDatabaseUrl } from "#test/support/database.ts";
import { freshFolder } from "#test/support/fresh-folder.ts";
import { type Run, runNode } from "#test/support/process.ts";
import { until } from "#test/support/wait.ts";

/** `url`: the address that customers use. Call it at the file's top. */
export async function openFaultHub(url: string) {
  const folder = freshFolder("faults");
  const smtp = await startSmtp();
  afterAll(smtp.stop);
  const sink = await startWebhookSink();
  afterAll(sink.stop);
  const env = {
    PUBLIC_URL: url,
    BUILDS_DIR: path.join(folder, "builds"),
    DATABASE_URL: await freshDatabaseUrl(),
    SMTP_URL: smtp.url,
    WEBHOOK_URL: sink.url,
    WEBHOOK_SECRET: sink.secret,
    OUTBOUND_ALLOW: "127.0.0.0/8",
    SPAM_PROOF: "off",
    RECEIPT_MAILS_PER_HOUR: "1000000",
    TRUSTED_PROXIES: "127.0.0.0/8",
  };
  await writeBuild(env.BUILDS_DIR, "first", { "index.html": "home" }, { knowledge: sampleKnowledge });
  /** One of its processes, once it serves. `data`: the name of its folder, of its own unless they share one. */
  const start = async (port: number, { data = "data", ...more }: Record<string, string> = {}): Promise<Run> => {
    const server = runNode("server/main.ts", {
      ...env,
      ...more,
      PORT: String(port),
      DATA_DIR: path.join(folder, data),
    });
    await server.says("database ");
    return server;
  };
  const articleId = sampleKnowledge.articles[0]?.id ?? "";
  return { smtp, sink, articleId, start, open: () => openDatabase(env.DATABASE_URL) };
}

/** Waits until all that was promised is sent. A killed process's deliveries belong to it for a minute and a half: that is over now. */
export async function sendAll(db: Db, withinMs: number): Promise<void> {
  await db.update(outbox).set({ leaseUntil: null, leasedBy: null }).where(ne(outbox.state, "sent"));
  await until(async () => (await db.$count(outbox, ne(outbox.state, "sent"))) === 0, withinMs);
}
