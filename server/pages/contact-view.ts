import { html } from "hono/html";
import type { Hub } from "#content/schema.ts";
import type { AppError } from "#server/core/errors.ts";
import { MESSAGE_MAX, SUBJECT_MAX } from "#server/features/escalation/escalation.values.ts";
import { fileField } from "./file-field.ts";
import { backIcon, trapField } from "./forms.ts";
import type { Html, Page } from "./shell.ts";
import { contactPageWords as t } from "./contact-page.words.ts";

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

const whatToDo = (): Record<string, string> => ({
  message: t.sayInASentence(MESSAGE_MAX),
  email: t.giveAnAddressThat,
  name: t.useAtMostCharacters,
  subject: t.useAtMostCharacters2(SUBJECT_MAX),
  topicId: t.chooseOneOfThese,
});

/** The message, begun with what is known of it. */
export const messageField = (message: string, more: Html | string = ""): Html =>
  html`<textarea name="message" rows="4" required minlength="3" maxlength="${MESSAGE_MAX}" ${more}>
${message}</textarea>`;

export const subjectField = (subject: string, more: Html | string = ""): Html =>
  html`<input name="subject" type="text" maxlength="${SUBJECT_MAX}" value="${subject}" ${more} />`;

/** `chosen` "" or unknown: none is. */
export const topicField = (topics: Hub["topics"], chosen: string, more: Html | string = ""): Html =>
  html`<select name="topicId" ${more}>
    <option value="">${t.notSure}</option>
    ${topics.map(
      ({ id, title }) => html`<option value="${id}" ${id === chosen ? html` selected` : ""}>${title}</option>`,
    )}
  </select>`;

type Marked = (field: string) => Html | string;

/** The form again, with what was typed and what to mend. */
export function contactPage(fields: ContactFields, problem: AppError, hub: Pick<Hub, "support" | "topics">): Page {
  const wrong = new Set(problem.fields.map(({ path }) => path));
  const says: Marked = (field) =>
    wrong.has(field) ? html`<span class="err" id="${field}-err">${whatToDo()[field] ?? ""}</span>` : "";
  const invalid: Marked = (field) =>
    wrong.has(field) ? html` aria-invalid="true" aria-describedby="${field}-err"` : "";
  return {
    title: t.notSentYet,
    page: "contact",
    main: html`<header class="title">
        <p class="crumb"><a href="/">${backIcon}${t.helpHub}</a></p>
        <h1>${t.notSentYet}</h1>
        <p class="lede">${problem.message}</p>
      </header>
      <form class="contact" action="/contact/" method="post" enctype="multipart/form-data">
        <input type="hidden" name="articleId" value="${fields.articleId}" />
        ${trapField}
        <div class="fields">
          ${whatFields(fields, hub.topics, says, invalid)} ${whoFields(fields, says, invalid)}
          ${fileField(fields.files > 0 ? t.yourFilesChooseThem : t.filesIfTheyHelp)}
        </div>
        <p class="acts send-acts">
          <button class="btn main" type="submit">${t.send}</button>
          <span class="small">${t.byMailInstead} <a href="mailto:${hub.support.email}">${hub.support.email}</a></span>
        </p>
      </form>`,
  };
}

const whatFields = (fields: ContactFields, topics: Hub["topics"], says: Marked, invalid: Marked): Html =>
  html`<label class="stack">
      ${t.whatIsNotWorking} ${messageField(fields.message, invalid("message"))} ${says("message")}
    </label>
    <label class="stack"> ${t.subject} ${subjectField(fields.subject, invalid("subject"))} ${says("subject")} </label>
    <label class="stack">
      ${t.topic} ${topicField(topics, fields.topicId, invalid("topicId"))} ${says("topicId")}
    </label>`;

const whoFields = (fields: ContactFields, says: Marked, invalid: Marked): Html =>
  html`<label class="stack">
      ${t.yourEMailAddress}
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
      ${t.yourNameIfYou}
      <input name="name" autocomplete="name" maxlength="120" value="${fields.name}" ${invalid("name")} />
      ${says("name")}
    </label>`;
