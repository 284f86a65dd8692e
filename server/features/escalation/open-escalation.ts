import type { Hub } from "#content/schema.ts";
import type { Db } from "#db/database.ts";
import type { Clock } from "#server/core/clock.ts";
import type { Config } from "#server/core/config.ts";
import type { Sealer } from "#server/core/seal.ts";
import type { Speeches } from "#server/core/speeches.ts";
import { hubSecret } from "#server/core/secrets.ts";
import type { OpenKnowledge } from "#server/knowledge/open-knowledge.ts";
import { createProof, type Proof } from "#server/limits/proof.ts";
import type { SupportDeps } from "#server/outbox/tell-support.ts";
import { createReceiptLinks, type ReceiptLinks } from "./receipt-link.ts";
import { createReplyAddresses, type ReplyAddresses } from "./reply-address.ts";

type Opened = {
  db: Db;
  clock: Clock;
  hub: Pick<Hub, "languages" | "product" | "support" | "topics">;
  speeches: Speeches;
  sealer: Sealer;
  config: SupportDeps["config"] & Pick<Config, "mailIn" | "receiptMailsPerHour">;
  knowledge: OpenKnowledge;
};
export type EscalationDeps = Opened & {
  links: ReceiptLinks;
  /** null: no mail is read, and answers come by the receipt alone. */
  replyAddresses: ReplyAddresses | null;
  /** null: no proof of work is ever asked for. */
  proof: Proof | null;
};

export function openEscalation(
  deps: Opened & { config: Opened["config"] & Pick<Config, "spamProof" | "authSecret" | "dataDir"> },
): EscalationDeps {
  const { config, db, clock } = deps;
  const secret = hubSecret(config);
  return {
    ...deps,
    links: createReceiptLinks(secret, deps.hub, config.publicUrl),
    replyAddresses:
      config.mailIn &&
      createReplyAddresses(secret, config.mailIn.replyTo ?? config.mail?.from ?? deps.hub.support.email),
    proof: config.spamProof === "adaptive" ? createProof({ db, clock, secret }) : null,
  };
}
