import type { Hub } from "#content/schema.ts";
import { speech } from "#content/words.ts";
import type { Email } from "#server/outbox/channels/email.ts";
import { requestMailWords as t } from "./requests-mail.words.ts";

/** Every mail about requests, in one place: a fixed text and a link; a note is staff's own words. Support's is English. */

type Sender = { hub: Pick<Hub, "product"> };
type Decided = { email: string; tenantId: string; note: string | null };

/** To who asked, when staff have looked at their Tenant ID. */
export function tenantMail(
  { hub }: Sender,
  { email, tenantId, note }: Decided,
  { approved, crm, link }: { approved: boolean; crm: string; link: string },
): Email {
  const words = approved ? t.approved : t.refused;
  const said = note ? ["", t.note(hub.product.name), note] : [];
  return {
    to: email,
    subject: words.subject(hub.product.name, crm),
    text: `${[words.outcome(crm, tenantId), "", words.next, link, ...said].join("\n")}\n`,
    action: words.next,
    language: speech().language,
  };
}

const DECIDE = "Approve or refuse it at the desk:";

/** To support, when a Tenant ID waits for them. Who sent it is known: they are signed in. */
export const tenantWaitsMail = (
  { hub }: { hub: Pick<Hub, "product" | "support"> },
  { email, tenantId, crm, link }: { email: string; tenantId: string; crm: string; link: string },
): Email => ({
  to: hub.support.email,
  subject: `${hub.product.name}: a ${crm} Tenant ID waits for approval`,
  text: [`${email} sent the ${crm} Tenant ID ${tenantId}.`, "", DECIDE, link, ""].join("\n"),
  action: DECIDE,
});

/** To who asked for an integration that was coming soon, once. */
export const openedMail = ({ hub }: Sender, email: string, { crm, link }: { crm: string; link: string }): Email => ({
  to: email,
  subject: t.opened.subject(hub.product.name, crm),
  text: [t.opened.here(crm), "", t.opened.next, link, "", t.opened.only, ""].join("\n"),
  action: t.opened.next,
  language: speech().language,
});
