import type { Hub } from "#content/schema.ts";
import { sayMoment } from "#server/core/local-time.ts";
import { oneLine } from "#server/core/one-line.ts";
import { joinLines } from "#server/outbox/channels/case-text.ts";
import type { Email } from "#server/outbox/channels/email.ts";

/** Every mail to a customer about a case: a fixed text and a link, never what a visitor wrote. Support's is the channel's own. */

type Sender = { hub: Pick<Hub, "product" | "support"> };
type Case = { id: string; reference: string; email: string };

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
