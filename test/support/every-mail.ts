import { loadHub } from "#content/hub.ts";
import { hubIn } from "#content/languages.ts";
import { speakIn } from "#content/words.ts";
import { inviteMail } from "#server/auth/invites.mail.ts";
import { linkMail } from "#server/auth/link.mail.ts";
import { resetMail } from "#server/auth/reset.mail.ts";
import { openSpeeches } from "#server/core/speeches.ts";
import { fixedMail } from "#server/features/articles/articles.mail.ts";
import { agentReplyMail, freshLinkMail, mentionMail, receiptMail } from "#server/features/escalation/mail.ts";
import { createReplyAddresses } from "#server/features/escalation/reply-address.ts";
import { failedMail } from "#server/features/integrations/checks/owner.mail.ts";
import { openedMail, tenantMail, tenantWaitsMail } from "#server/features/integrations/requests/requests.mail.ts";
import { weeklyMail } from "#server/features/reports/weekly-mail.ts";
import { email, type Email } from "#server/outbox/channels/email.ts";
import type { CaseEvent } from "#server/outbox/case-events.ts";
import { created, replied } from "./case-events.ts";
import { REPORT } from "./report.ts";

export const PUBLIC_URL = "https://help.example.com";
const hub = loadHub("content");
const speeches = openSpeeches(hub, "content");
const sender = { hub, replyAddresses: createReplyAddresses("a secret", "help@example.com") };
const kept = { id: "esc_1", reference: "RF-7K2M-041", email: "sam@example.com" };
const at = (path: string) => `${PUBLIC_URL}${path}`;
const staff = { id: "stf_1", email: "bo@example.com", name: "Bo", role: "agent" as const };

/** What staff and customers may write, and what stands in its place. */
type Said = { body: string; name: string };
const SAID: Said = {
  body: "Sign in to your CRM again, then press “Check”.\n\nTwo things to know:\n- It takes a minute.\n- Nothing is lost.\n\n> Nothing syncs since Monday.\n\nTell us how it went.",
  name: "Bo",
};

/** Mails to customers, in a language of the hub. */
const toCustomers = ({ body, name }: Said): Record<string, Email> => {
  const { to, crm } = { to: kept.email, crm: "ServiceTitan" };
  const decided = { email: to, tenantId: "123456", note: body };
  const tenant = { approved: true, crm, link: at("/setup/servicetitan/") };
  const receipt = at("/receipts/k2R9vJ0xQ1mZ7tY4wB6sNg");
  const result = {
    fact: "access",
    state: "failed" as const,
    code: "expired",
    title: "Access",
    seen: "",
    todo: null,
    explained: null,
  };
  const reply = { author: name, body, files: 2 };
  return {
    receipt: receiptMail(sender, kept, receipt, new Date("2026-11-23T13:00:00Z")),
    "fresh link": freshLinkMail(sender, kept, { link: receipt, isNew: true }),
    "link as before": freshLinkMail(sender, kept, { link: receipt, isNew: false }),
    answer: agentReplyMail(sender, kept, reply, receipt),
    "answer without mail in": agentReplyMail({ ...sender, replyAddresses: null }, kept, reply, receipt),
    "answer whose link is lost": agentReplyMail(sender, kept, reply, null),
    "sign-in": linkMail(hub, to, at("/sign-in/confirm/?token=k2R9vJ0xQ1mZ7tY4wB6sNg")),
    mended: fixedMail(hub, to, { title: "Contacts are not syncing", link: at("/articles/syncing/missing/") }),
    opened: openedMail(sender, to, { crm, link: at("/setup/zoho/") }),
    approved: tenantMail(sender, { ...decided, note: null }, tenant),
    refused: tenantMail(sender, decided, { ...tenant, approved: false }),
    "failed connection": failedMail(
      { to, name: crm, product: hub.product.name, owners: [result] },
      at("/setup/hubspot/"),
    ),
  };
};

/** Mails to staff: all of them are English. */
const toStaff = ({ body, name }: Said): Record<string, Email> => {
  const tell = (event: CaseEvent) => {
    const mail = email.tell(event, { support: hub.support, publicUrl: PUBLIC_URL });
    if (!mail) throw new Error(`Nobody is mailed of ${event.type}`);
    return mail;
  };
  const deskUrl = at("/desk/?case=esc_1");
  const files = [{ name: `${name}.png`, size: 1_400_000 }];
  const trail = [{ at: "2026-11-23T08:50:00.000Z", kind: "answer" as const, ref: "ans_1", title: name, detail: body }];
  const opened = created({ name, message: body, files, trail, deskUrl });
  const answer = replied(body);
  const link = at("/desk/invited/?token=k2R9vJ0xQ1mZ7tY4wB6sNg");
  return {
    case: tell(opened),
    "reply to a case": tell({ ...answer, data: { ...answer.data, deskUrl } } as CaseEvent),
    mention: mentionMail(kept, { author: name, body }, staff.email, PUBLIC_URL),
    invitation: inviteMail(hub, { ...staff, name }, "new@example.com", link),
    "new password": resetMail(hub, staff.email, link),
    "tenant waits": tenantWaitsMail(
      { hub },
      { email: kept.email, tenantId: "123456", crm: "ServiceTitan", link: deskUrl },
    ),
    week: weeklyMail({ to: staff.email, report: REPORT, hub, publicUrl: PUBLIC_URL }),
  };
};

/** Every kind of mail that the hub writes, by what it is; to customers in a language. */
export const everyMail = (language = "en", said = SAID): [kind: string, mail: Email][] => [
  ...Object.entries(speakIn(speeches.of(language), () => toCustomers(said))),
  ...Object.entries(toStaff(said)),
];

export const look = { hub, publicUrl: PUBLIC_URL };
/** The hub's name as it stands at a mail's head. */
export const nameIn = (language = "en"): string => Object.values(hubIn(hub, language).product).slice(0, 2).join(" ");
