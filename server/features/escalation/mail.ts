import type { Hub } from "#content/schema.ts";
import { placeOf, sayClock, sayMoment } from "#server/core/local-time.ts";
import type { Email } from "#server/outbox/channels/email.ts";
import type { TrailItem } from "./escalation.schema.ts";

/** Every mail about a case, in one place. To customers goes a fixed text and a link, never what a visitor wrote. */

type Sender = { hub: Pick<Hub, "product" | "support"> };
type Case = {
  id: string;
  reference: string;
  email: string;
  name: string | null;
  message: string;
  url: string | null;
  trail: TrailItem[];
};

/** To support: the whole case. Answering the mail writes to the customer; answering at the desk also stands on the receipt. */
export function supportMail({ hub }: Sender, kept: Case, publicUrl: string): Email {
  const from = kept.name ? `${oneLine(kept.name, 120)} <${kept.email}>` : kept.email;
  return {
    to: hub.support.email,
    replyTo: kept.email,
    thread: kept.id,
    subject: `[${kept.reference}] ${oneLine(kept.message, 80)}`,
    text: joinLines(
      `${from} asks for a person.`,
      "",
      kept.message,
      "",
      kept.url ? `Sent from ${publicUrl}${kept.url}` : null,
      ...describeTrail(kept.trail, hub.support.timeZone),
      "",
      `Answer at the desk: ${deskUrl(publicUrl, kept.id)}`,
      "An answer to this mail reaches the customer too, but does not stand on the receipt.",
    ),
  };
}

/** To the address that was given, whoever gave it: a fixed text and the private link. */
export function receiptMail({ hub }: Sender, kept: Case, link: string, times: { now: Date; answerBy: Date }): Email {
  const by = sayMoment(times.answerBy, times.now, hub.support.timeZone);
  return {
    to: kept.email,
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

/** To support: the customer wrote again on the receipt page. */
export function customerReplyMail({ hub }: Sender, kept: Case, body: string, publicUrl: string): Email {
  return {
    to: hub.support.email,
    replyTo: kept.email,
    thread: kept.id,
    subject: `[${kept.reference}] ${oneLine(body, 80)}`,
    text: joinLines(`${kept.email} wrote:`, "", body, "", `Answer at the desk: ${deskUrl(publicUrl, kept.id)}`),
  };
}

/** To the customer: what staff wrote. `link` is null where it cannot be made again. */
export function agentReplyMail(
  { hub }: Sender,
  kept: Case,
  reply: { author: string; body: string },
  link: string | null,
) {
  const answerAt = link
    ? ["Answer here, or say that it is solved:", link]
    : ["Answer on the private link that you have."];
  return {
    to: kept.email,
    thread: kept.id,
    subject: `${hub.product.name} support: an answer to ${kept.reference}`,
    text: joinLines(reply.body, "", `${oneLine(reply.author, 120)}, ${hub.product.name} support`, "", ...answerAt),
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

export const deskUrl = (publicUrl: string, id: string): string => `${publicUrl}/desk/?case=${id}`;

function describeTrail(trail: TrailItem[], timeZone: string): string[] {
  if (trail.length === 0) return ["", "Nothing else was sent along."];
  const lines = trail.flatMap(({ at, kind, title, ref, detail }) => [
    `- ${sayClock(new Date(at), timeZone)} ${kind}: ${oneLine(title, 300)} (${oneLine(ref, 300)})`,
    ...(detail ? detail.split(/\r\n|\r|\n/).map((line) => `    ${line}`) : []),
  ]);
  return ["", `What they did (times in ${placeOf(timeZone)}):`, ...lines];
}

/** One line without control characters or marks that turn the reading direction: for subjects and names. */
export function oneLine(text: string, max: number): string {
  const line = text.replace(/[\s\p{Cc}\p{Zl}\p{Zp}\u202A-\u202E\u2066-\u2069]+/gu, " ").trim();
  const letters = Array.from(line);
  return letters.length > max
    ? `${letters
        .slice(0, max - 1)
        .join("")
        .trimEnd()}…`
    : line;
}

const joinLines = (...lines: (string | null)[]): string => `${lines.filter((line) => line !== null).join("\n")}\n`;
