import type { Hub } from "#content/schema.ts";
import { sayMoment } from "#server/core/local-time.ts";
import { oneLine } from "#server/core/one-line.ts";
import { joinLines, sayFiles } from "#server/outbox/channels/case-text.ts";
import type { Email } from "#server/outbox/channels/email.ts";
import { deskUrl } from "./case-event.ts";
import type { ReplyAddresses } from "./reply-address.ts";

/** Every mail to a customer about a case: a fixed text and a link, never what a visitor wrote. Support's is the channel's own. */

type Sender = { hub: Pick<Hub, "product" | "support">; replyAddresses: ReplyAddresses | null };
type Case = { id: string; reference: string; email: string };

/** To the address that was given, whoever gave it: a fixed text and the private link. */
export function receiptMail(
  { hub, replyAddresses }: Sender,
  kept: Case,
  link: string,
  times: { now: Date; answerBy: Date },
): Email {
  const by = sayMoment(times.answerBy, times.now, hub.support.timeZone);
  return {
    to: kept.email,
    replyTo: replyAddresses?.of(kept.reference),
    thread: kept.id,
    subject: `${hub.product.name} support: we have your request ${kept.reference}`,
    text: joinLines(
      "Your request has reached us, and a person will answer it.",
      "",
      `Reference: ${kept.reference}`,
      `An answer, at the latest: ${by}`,
      "",
      "Follow it, add to it or close it here:",
      link,
      "",
      "This link is the only key to your request. Whoever has it can read and answer.",
      "You did not ask for anything? Then somebody typed your address by mistake: nothing else will come.",
    ),
  };
}

/** To the address of a case whose link is lost or has expired; whoever asked for it. */
export function freshLinkMail({ hub, replyAddresses }: Sender, kept: Case, link: string): Email {
  return {
    to: kept.email,
    replyTo: replyAddresses?.of(kept.reference),
    thread: kept.id,
    subject: `${hub.product.name} support: a new link to ${kept.reference}`,
    text: joinLines(
      `Here is a new link to your request ${kept.reference}:`,
      link,
      "",
      "The links that you had before no longer open it.",
      "You did not ask for a new link? Then somebody typed your address and reference; this mail went to you alone.",
    ),
  };
}

/** What the promise of the receipt's mail is kept under. */
export const receiptMailKey = (caseId: string): string => `${caseId}:receipt`;

/** To the customer: what staff wrote. `link` is null where it cannot be made again. */
export function agentReplyMail(
  { hub, replyAddresses }: Sender,
  kept: Case,
  reply: { author: string; body: string; files: number },
  link: string | null,
) {
  const files = reply.files > 0 ? [`${sayFiles(reply.files)}: on the page of your request.`, ""] : [];
  const here = replyAddresses
    ? "Answer this mail. Here you can answer too, or say that it is solved:"
    : "Answer here, or say that it is solved:";
  const byLink = replyAddresses ? "Answer this mail, or" : "Answer";
  const answerAt = link ? [here, link] : [`${byLink} on the private link that you have.`];
  return {
    to: kept.email,
    replyTo: replyAddresses?.of(kept.reference),
    thread: kept.id,
    subject: `${hub.product.name} support: an answer to ${kept.reference}`,
    text: joinLines(
      reply.body,
      "",
      ...files,
      `${oneLine(reply.author, 120)}, ${hub.product.name} support`,
      "",
      ...answerAt,
    ),
  } satisfies Email;
}

/** To a colleague whom a note names. */
export const mentionMail = (
  kept: Case,
  note: { author: string; body: string },
  to: string,
  publicUrl: string,
): Email => ({
  to,
  thread: kept.id,
  subject: `[${kept.reference}] ${oneLine(note.author, 60)} names you in a note`,
  text: joinLines(
    `${oneLine(note.author, 120)} noted:`,
    "",
    note.body,
    "",
    `Read it at the desk: ${deskUrl(publicUrl, kept.id)}`,
  ),
});
