import type { Hub } from "#content/schema.ts";
import type { Email } from "#server/outbox/channels/email.ts";

/** To who said "No" and left an address, once: a fixed text, the article's title and its link; nothing that a visitor wrote. */
export const fixedMail = (
  { product }: Pick<Hub, "product">,
  to: string,
  { title, link }: { title: string; link: string },
): Email => ({
  to,
  subject: `${product.name} ${product.hub}: “${title}” has been mended`,
  text: [
    "This article did not answer your question, and you asked to be told when that is mended. It has been rewritten:",
    "",
    title,
    link,
    "",
    "At its foot you can say whether it answers your question now.",
    "",
    "This is the only mail about it. Nothing else will come, so there is nothing to unsubscribe from.",
    "You did not ask for this? Then somebody typed your address by mistake.",
    "",
  ].join("\n"),
});
