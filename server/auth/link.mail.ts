import type { Hub } from "#content/schema.ts";
import { speech } from "#content/words.ts";
import { spokenHub } from "#server/core/speeches.ts";
import type { Email } from "#server/outbox/channels/email.ts";
import { LINK_SECONDS } from "./customer-auth.ts";
import { linkMailWords as t } from "./link-mail.words.ts";

type NamedHub = Pick<Hub, "languages" | "product" | "topics" | "translations">;

/** To whoever was named, in the language that they ask in: a fixed text and the private link, nothing that a visitor wrote. */
export function linkMail(hub: NamedHub, to: string, link: string): Email {
  const { product } = spokenHub(hub);
  return {
    to,
    subject: t.subject(product.name, product.hub),
    text: [t.somebody, "", `${t.open} ${t.once(LINK_SECONDS / 60)}`, link, "", t.notYou, ""].join("\n"),
    action: t.open,
    language: speech().language,
  };
}
