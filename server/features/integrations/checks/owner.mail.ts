import { speech } from "#content/words.ts";
import type { Email } from "#server/outbox/channels/email.ts";
import { sayTitle, type KeptResult } from "./kept-result.ts";
import { ownerMailWords as t } from "./owner-mail.words.ts";

type Failed = { to: string; name: string; product: string; owners: KeptResult[] };

/** Fixed words and a link: what people named in their CRM stands behind it, not in the mail. */
export function failedMail({ to, name, product, owners }: Failed, link: string): Email {
  const titles = owners.map((result) => (result.fact.startsWith("field:") ? t.aField : sayTitle(result)));
  return {
    to,
    subject: t.subject(product, name),
    text: [
      t.wrong(name),
      "",
      ...[...new Set(titles)].map((title) => `- ${title}`),
      "",
      t.see,
      link,
      "",
      t.once,
      "",
    ].join("\n"),
    action: t.see,
    language: speech().language,
  };
}
