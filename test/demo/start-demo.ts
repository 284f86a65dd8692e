import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Integration } from "#content/schema.ts";
import { startSmtp } from "#test/fakes/smtp.ts";
import { startStatusPages } from "#test/fakes/status-pages.ts";
import { copyContent } from "#test/support/copy-content.ts";
import { serveHub } from "#test/support/served-hub.ts";
import { buildDemo } from "./build-demo.ts";
import { startChannels } from "./channels.ts";
import { startCrms, type DemoCrm } from "./crms.ts";
import { ADA, signToken, startProduct } from "./product.ts";
import { seedTriedCase } from "./seed-case.ts";
import { seedHistory } from "./seed.ts";
import { openVisitor } from "./visitor.ts";

const BANNER =
  "Demo: the CRMs, the product, the mail, Slack and Zendesk are stand-ins on this machine, and nothing is kept.";

export type Demo = { hubUrl: string; productUrl: string; crms: DemoCrm[]; stop: () => Promise<void> };

/** Where a vendor's status page stands; the rest is hub.yaml's own. */
const withStatusOnly = ({ id, statusUrl, statusInstance }: Integration) => ({ id, statusUrl, statusInstance });

/** A hub with everything around it, and some history. The product stands on the port after the hub's. */
export async function startDemo(port: number): Promise<Demo> {
  const folder = mkdtempSync(path.join(tmpdir(), "handrail-demo-"));
  const stops: (() => Promise<void>)[] = [async () => rmSync(folder, { recursive: true, force: true })];
  const stop = async () => {
    for (const each of stops.splice(0).toReversed()) await each();
  };
  try {
    const content = path.join(folder, "content");
    // Built before the CRMs have their ports: the same build serves the next time.
    copyContent(content, { banner: BANNER });
    const buildsDir = buildDemo(content);
    const mail = await startSmtp();
    stops.push(mail.stop);
    const channels = await startChannels();
    stops.push(channels.close);
    const crms = await startCrms();
    stops.push(...crms.map(({ close }) => close));
    const pages = await startStatusPages();
    stops.push(() => pages.close());
    const integrations = [...pages.integrations.map(withStatusOnly), ...crms.map(({ entry }) => entry)];
    const widget = { origins: [`http://localhost:${port + 1}`] };
    copyContent(content, { banner: BANNER, widget, integrations });
    const secret = randomBytes(32).toString("base64");
    const hub = await serveHub({
      ...Object.fromEntries(crms.flatMap(({ settings }) => Object.entries(settings))),
      ...channels.settings,
      BUILDS_DIR: buildsDir,
      CONTENT_DIR: content,
      PORT: String(port),
      SMTP_URL: mail.url,
      SPAM_PROOF: "off",
      WORKSPACE_JWT_SECRET: secret,
    });
    stops.push(() => hub.stop());
    const product = await startProduct(port + 1, { hubUrl: hub.url, secret, mails: mail.mails });
    stops.push(product.close);
    await seedHistory(hub.url, hub.deskLink);
    const ada = openVisitor(hub.url);
    await ada.post("/api/session", { token: await signToken(secret, hub.url, ADA) });
    await ada.post("/api/access-requests", { integration: "zoho" });
    for (const { live } of crms) await live(ada);
    await seedTriedCase(ada, ADA.email);
    return { hubUrl: hub.url, productUrl: product.url, crms, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}
