import type { Hub } from "#content/schema.ts";
import { speech } from "#content/words.ts";
import type { Email } from "#server/outbox/channels/email.ts";
import { fixedMailWords as t } from "./fixed-mail.words.ts";

/** To who said "No" and left an address, once: a fixed text, the article's title and its link; nothing that a visitor wrote. */
export const fixedMail = (
  { product }: Pick<Hub, "product">,
  to: string,
  { title, link }: { title: string; link: string },
): Email => ({
  to,
  subject: t.subject(product.name, product.hub, title),
  text: [t.rewritten, "", title, link, "", t.atItsFoot, "", t.only, t.notYou, ""].join("\n"),
  action: title,
  language: speech().language,
});
