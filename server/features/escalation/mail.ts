import type { Hub } from "#content/schema.ts";
import { placeOf, sayClock, sayMoment } from "#server/core/local-time.ts";
import type { Email } from "#server/outbox/channels/email.ts";
import { describeFiles, type NamedFile, sayFiles } from "./attachments/describe-files.ts";
import type { TrailItem } from "./escalation.schema.ts";

/** Every mail about a case, in one place. To customers goes a fixed text and a link, never what a visitor wrote. */

type Sender = { hub: Pick<Hub, "product" | "support"> };
type Case = {
  id: string;
  reference: string;
  email: string;
  name: string | null;
  subject: string | null;
  message: string;
  url: string | null;
  trail: TrailItem[];
};

/** To support: the whole case. Answering the mail writes to the customer; answering at the desk also stands on the receipt. */
export function supportMail({ hub }: Sender, kept: Case, files: NamedFile[], publicUrl: string): Email {
  const from = kept.name ? `${oneLine(kept.name, 120)} <${kept.email}>` : kept.email;
  return {
    to: hub.support.email,
    replyTo: kept.email,
    thread: kept.id,
    subject: `[${kept.reference}] ${oneLine(kept.subject ?? kept.message, 80)}`,
    text: joinLines(
      `${from} asks for a person.`,
      "",
      kept.message,
      "",
      kept.url ? `Sent from ${publicUrl}${kept.url}` : null,
      ...describeTrail(kept.trail, hub.support.timeZone),
      ...describeFiles(files),
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

/** To the address of a case whose link is lost or has expired; whoever asked for it. */
export function freshLinkMail({ hub }: Sender, kept: Case, link: string): Email {
  return {
    to: kept.email,
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

type Reply = { body: string; files: NamedFile[] };

/** To support: the customer wrote again on the receipt page. */
export function customerReplyMail({ hub }: Sender, kept: Case, { body, files }: Reply, publicUrl: string): Email {
  return {
    to: hub.support.email,
    replyTo: kept.email,
    thread: kept.id,
    subject: `[${kept.reference}] ${oneLine(body || sayFiles(files.length), 80)}`,
    text: joinLines(
      `${kept.email} wrote:`,
      "",
      body,
      ...describeFiles(files),
      "",
      `Answer at the desk: ${deskUrl(publicUrl, kept.id)}`,
    ),
  };
}

/** To the customer: what staff wrote. `link` is null where it cannot be made again. */
export function agentReplyMail(
  { hub }: Sender,
  kept: Case,
  reply: { author: string; body: string; files: number },
  link: string | null,
) {
  const files = reply.files > 0 ? [`${sayFiles(reply.files)}: on the page of your request.`, ""] : [];
  const answerAt = link
    ? ["Answer here, or say that it is solved:", link]
    : ["Answer on the private link that you have."];
  return {
    to: kept.email,
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
