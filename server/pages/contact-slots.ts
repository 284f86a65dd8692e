import { html } from "hono/html";
import type { KnowledgeArticle } from "#content/knowledge.ts";
import type { Hub } from "#content/schema.ts";
import { bookingLink } from "#server/features/escalation/booking-link.values.ts";
import { SUBJECT_MAX } from "#server/features/escalation/escalation.values.ts";
import { messageField, subjectField, topicField } from "./contact-view.ts";
import type { Html } from "./shell.ts";
import { contactPageWords as t } from "./contact-page.words.ts";

type Known = {
  question?: string | undefined;
  article?: KnowledgeArticle | undefined;
  /** Id of one of the article's steps. */
  step?: string | undefined;
};

/** What is known of a request from the link to the form, in place of the built page's empty fields. */
export function contactSlots({ topics, support }: Pick<Hub, "topics" | "support">, known: Known): Record<string, Html> {
  const { question = "", article, step } = known;
  const topic = article?.id.split("/", 1)[0] ?? "";
  const failed = nameStep(article, step);
  const subject = Array.from(question || failed).slice(0, SUBJECT_MAX);
  return {
    message: messageField(question),
    subject: subjectField(subject.join("")),
    topic: topicField(topics, topic),
    article: html`<input
      type="hidden"
      name="articleId"
      value="${article?.id ?? ""}"
      data-title="${article?.title ?? ""}"
      data-step="${failed}"
    />`,
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

/** What a subject says of a step that a reader asks a person about; "" where the article has none of that id. */
function nameStep(article: KnowledgeArticle | undefined, id: string | undefined): string {
  for (const { blocks } of article?.sections ?? [])
    for (const block of blocks)
      if (block.type === "step" && block.id === id) return t.stepDidNotWork(block.number, block.title);
  return "";
}
