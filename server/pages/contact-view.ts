import { html } from "hono/html";
import type { Hub } from "#content/schema.ts";
import type { AppError } from "#server/core/errors.ts";
import { MESSAGE_MAX, SUBJECT_MAX } from "#server/features/escalation/escalation.values.ts";
import { fileField } from "./file-field.ts";
import { backIcon, trapField } from "./forms.ts";
import type { Html, Page } from "./shell.ts";

/** As typed. */
export type ContactFields = {
  email: string;
  message: string;
  name: string;
  subject: string;
  topicId: string;
  articleId: string;
  /** How many: a browser does not keep them. */
  files: number;
};

const WHAT_TO_DO: Record<string, string> = {
  message: `Say in a sentence what is not working, in at most ${MESSAGE_MAX} characters.`,
  email: "Give an address that a mail can reach, such as name@company.com.",
  name: "Use at most 120 characters.",
  subject: `Use at most ${SUBJECT_MAX} characters.`,
  topicId: "Choose one of these.",
};

/** The message, begun with what is known of it. */
export const messageField = (message: string, more: Html | string = ""): Html =>
  html`<textarea name="message" rows="4" required minlength="3" maxlength="${MESSAGE_MAX}" ${more}>
${message}</textarea>`;

export const subjectField = (subject: string, more: Html | string = ""): Html =>
  html`<input name="subject" type="text" maxlength="${SUBJECT_MAX}" value="${subject}" ${more} />`;

/** `chosen` "" or unknown: none is. */
export const topicField = (topics: Hub["topics"], chosen: string, more: Html | string = ""): Html =>
  html`<select name="topicId" ${more}>
    <option value="">Not sure</option>
    ${topics.map(
      ({ id, title }) => html`<option value="${id}" ${id === chosen ? html` selected` : ""}>${title}</option>`,
    )}
  </select>`;

type Marked = (field: string) => Html | string;

/** The form again, with what was typed and what to mend. */
export function contactPage(fields: ContactFields, problem: AppError, hub: Pick<Hub, "support" | "topics">): Page {
  const wrong = new Set(problem.fields.map(({ path }) => path));
  const says: Marked = (field) =>
    wrong.has(field) ? html`<span class="err" id="${field}-err">${WHAT_TO_DO[field] ?? ""}</span>` : "";
  const invalid: Marked = (field) =>
    wrong.has(field) ? html` aria-invalid="true" aria-describedby="${field}-err"` : "";
  return {
    title: "Not sent yet",
    page: "contact",
    main: html`<header class="title">
        <p class="crumb"><a href="/">${backIcon}Help hub</a></p>
        <h1>Not sent yet</h1>
        <p class="lede">${problem.message}</p>
      </header>
      <form class="contact" action="/contact/" method="post" enctype="multipart/form-data">
        <input type="hidden" name="articleId" value="${fields.articleId}" />
        ${trapField}
        <div class="fields">
          ${whatFields(fields, hub.topics, says, invalid)} ${whoFields(fields, says, invalid)}
          ${fileField(fields.files > 0 ? "Your files: choose them again" : "Files, if they help")}
        </div>
        <p class="acts send-acts">
          <button class="btn main" type="submit">Send</button>
          <span class="small">By mail instead: <a href="mailto:${hub.support.email}">${hub.support.email}</a></span>
        </p>
      </form>`,
  };
}

const whatFields = (fields: ContactFields, topics: Hub["topics"], says: Marked, invalid: Marked): Html =>
  html`<label class="stack">
      What is not working? ${messageField(fields.message, invalid("message"))} ${says("message")}
    </label>
    <label class="stack"> Subject ${subjectField(fields.subject, invalid("subject"))} ${says("subject")} </label>
    <label class="stack"> Topic ${topicField(topics, fields.topicId, invalid("topicId"))} ${says("topicId")} </label>`;

const whoFields = (fields: ContactFields, says: Marked, invalid: Marked): Html =>
  html`<label class="stack">
      Your e-mail address
      <input
        name="email"
        type="email"
        autocomplete="email"
        required
        maxlength="254"
        value="${fields.email}"
        ${invalid("email")}
      />
      ${says("email")}
    </label>
    <label class="stack">
      Your name, if you like
      <input name="name" autocomplete="name" maxlength="120" value="${fields.name}" ${invalid("name")} />
      ${says("name")}
    </label>`;
