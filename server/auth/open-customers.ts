import type { Hub } from "#content/schema.ts";
import type { Db } from "#db/database.ts";
import type { Clock } from "#server/core/clock.ts";
import type { Config } from "#server/core/config.ts";
import { newId } from "#server/core/ids.ts";
import type { Log } from "#server/core/log.ts";
import type { Sealer } from "#server/core/seal.ts";
import { pageUrl, spokenHub } from "#server/core/speeches.ts";
import type { Email } from "#server/outbox/channels/email.ts";
import { sealLink } from "#server/outbox/channels/sealed-link.ts";
import { enqueue } from "#server/outbox/outbox.ts";
import { createCustomerAuth, LINK_SECONDS } from "./customer-auth.ts";
import { createReadCustomer } from "./customer.ts";
import { linkMailWords as t } from "./link-mail.words.ts";
import { openProductTokens } from "./product-token.ts";

type CustomersDeps = {
  config: Pick<Config, "publicUrl" | "authSecret" | "dataDir" | "customers">;
  hub: Pick<Hub, "languages" | "product" | "topics" | "translations">;
  db: Db;
  clock: Clock;
  log: Log;
  sealer: Sealer;
};

/** Customers' two ways in, and who is signed in. */
export function openCustomers({ config, hub, db, clock, log, sealer }: CustomersDeps) {
  const customerAuth = createCustomerAuth({
    config,
    db,
    clock,
    log,
    sendLink: async ({ email, token, returnTo }) => {
      const query = new URLSearchParams({ token, ...(returnTo && { returnTo }) });
      const link = pageUrl(hub, config.publicUrl, `/sign-in/confirm/?${query}`);
      const payload = sealLink(sealer, linkMail(hub, email, link), link);
      await db.transaction((tx) => enqueue(tx, { kind: "email", dedupeKey: newId("lnk"), payload }));
    },
  });
  return {
    customerAuth,
    readCustomer: createReadCustomer({ db, customerAuth }),
    verifyProductToken: openProductTokens(config.customers),
  };
}

/** To whoever was named, in the language that they ask in: a fixed text and the private link, nothing that a visitor wrote. */
function linkMail(hub: CustomersDeps["hub"], to: string, link: string): Email {
  const { product } = spokenHub(hub);
  return {
    to,
    subject: t.subject(product.name, product.hub),
    text: [t.somebody, "", t.open(LINK_SECONDS / 60), link, "", t.notYou, ""].join("\n"),
  };
}
