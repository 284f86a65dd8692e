import type { Hub } from "#content/schema.ts";
import type { Db } from "#db/database.ts";
import type { Clock } from "#server/core/clock.ts";
import type { Config } from "#server/core/config.ts";
import { hubSecret } from "#server/core/secrets.ts";
import type { OpenKnowledge } from "#server/knowledge/open-knowledge.ts";
import { createProof, type Proof } from "#server/limits/proof.ts";
import type { SupportDeps } from "#server/outbox/tell-support.ts";
import { createReceiptLinks, type ReceiptLinks } from "./receipt-link.ts";

type Opened = {
  db: Db;
  clock: Clock;
  hub: Pick<Hub, "product" | "support" | "topics">;
  config: SupportDeps["config"] & Pick<Config, "receiptMailsPerHour">;
  knowledge: OpenKnowledge;
};
export type EscalationDeps = Opened & {
  links: ReceiptLinks;
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
    links: createReceiptLinks(secret, config.publicUrl),
    proof: config.spamProof === "adaptive" ? createProof({ db, clock, secret }) : null,
  };
}
