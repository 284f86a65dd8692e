import { html } from "hono/html";
import type { Hub } from "#content/schema.ts";
import { bookingLink } from "#server/features/escalation/booking-link.values.ts";
import { SUBJECT_MAX } from "#server/features/escalation/escalation.values.ts";
import { messageField, subjectField, topicField } from "./contact-view.ts";
import type { Html } from "./shell.ts";
import { contactPageWords as t } from "./contact-page.words.ts";

type Known = { question?: string | undefined; article?: { id: string; url: string } | undefined };

/** What is known of a request from the link to the form, in place of the built page's empty fields. */
export function contactSlots({ topics, support }: Pick<Hub, "topics" | "support">, known: Known): Record<string, Html> {
  const { question = "", article } = known;
  const topic = article?.id.split("/", 1)[0] ?? "";
  const subject = Array.from(question).slice(0, SUBJECT_MAX);
  return {
    message: messageField(question),
    subject: subjectField(subject.join("")),
    topic: topicField(topics, topic),
    article: html`<input type="hidden" name="articleId" value="${article?.id ?? ""}" />`,
    ...(support.bookingUrl &&
      article && {
        booking: html`<a
          class="btn sm"
          href="${bookingLink(support.bookingUrl, { name: null, page: article.url })}"
          data-booking="${support.bookingUrl}"
          >${t.bookATime}</a
        >`,
      }),
  };
}
