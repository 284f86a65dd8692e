import type { Hub } from "#content/schema.ts";
import type { Email } from "#server/outbox/channels/email.ts";

/** Every mail about requests, in one place: a fixed text and a link; a note is staff's own words. */

type Sender = { hub: Pick<Hub, "product"> };
type Decided = { email: string; tenantId: string; note: string | null };

/** To who asked, when staff have looked at their Tenant ID. */
export function tenantMail(
  { hub }: Sender,
  { email, tenantId, note }: Decided,
  { approved, crm, link }: { approved: boolean; crm: string; link: string },
): Email {
  const outcome = approved
    ? [`Your ${crm} Tenant ID ${tenantId} is approved.`, "", "Go on with the setup, and enter your keys:"]
    : [`Your ${crm} Tenant ID ${tenantId} could not be approved.`, "", "Mend it, and ask again:"];
  const said = note ? ["", `What ${hub.product.name} support says of it:`, note] : [];
  return {
    to: email,
    subject: `${hub.product.name}: your ${crm} Tenant ID is ${approved ? "approved" : "not approved"}`,
    text: `${[...outcome, link, ...said].join("\n")}\n`,
  };
}

/** To support, when a Tenant ID waits for them. Who sent it is known: they are signed in. */
export const tenantWaitsMail = (
  { hub }: { hub: Pick<Hub, "product" | "support"> },
  { email, tenantId, crm, link }: { email: string; tenantId: string; crm: string; link: string },
): Email => ({
  to: hub.support.email,
  subject: `${hub.product.name}: a ${crm} Tenant ID waits for approval`,
  text: [`${email} sent the ${crm} Tenant ID ${tenantId}.`, "", "Approve or refuse it at the desk:", link, ""].join(
    "\n",
  ),
});

/** To who asked for an integration that was coming soon, once. */
export const openedMail = ({ hub }: Sender, email: string, { crm, link }: { crm: string; link: string }): Email => ({
  to: email,
  subject: `${hub.product.name}: ${crm} can be connected now`,
  text: [
    `${crm} can be connected now. You asked to be told.`,
    "",
    "Connect it here:",
    link,
    "",
    "Nothing else will come.",
    "",
  ].join("\n"),
});
