import type { Hub } from "#content/schema.ts";
import type { Db } from "#db/database.ts";
import type { Clock } from "#server/core/clock.ts";
import type { Config } from "#server/core/config.ts";
import { newId } from "#server/core/ids.ts";
import type { Log } from "#server/core/log.ts";
import type { Sealer } from "#server/core/seal.ts";
import { pageUrl } from "#server/core/speeches.ts";
import { sealLink } from "#server/outbox/channels/sealed-link.ts";
import { enqueue } from "#server/outbox/outbox.ts";
import { createCustomerAuth } from "./customer-auth.ts";
import { createReadCustomer } from "./customer.ts";
import { linkMail } from "./link.mail.ts";
import { openProductTokens } from "./product-token.ts";
import { keepReturnTo } from "./return-to.ts";

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
      const query = new URLSearchParams({ token });
      const link = pageUrl(hub, config.publicUrl, `/sign-in/confirm/?${query}`);
      const payload = sealLink(sealer, linkMail(hub, email, link), link);
      await db.transaction(async (tx) => {
        if (returnTo) await keepReturnTo(tx, clock, token, returnTo);
        await enqueue(tx, { kind: "email", dedupeKey: newId("lnk"), payload });
      });
    },
  });
  return {
    customerAuth,
    readCustomer: createReadCustomer({ db, customerAuth }),
    verifyProductToken: openProductTokens(config.customers),
  };
}
