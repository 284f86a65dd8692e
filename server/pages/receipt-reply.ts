import { html } from "hono/html";
import { newSecret } from "#server/core/ids.ts";
import { MESSAGE_MAX } from "#server/features/escalation/escalation.values.ts";
import { fileField } from "./file-field.ts";
import type { ReceiptView } from "./receipt-view.ts";
import type { Html } from "./shell.ts";
import { receiptPageWords as t } from "./receipt-page.words.ts";

/** `once` makes a form that is sent twice one message. */
export const replyForm = ({ link, refused }: ReceiptView, label: string, button: string): Html =>
  html`<form class="reply" method="post" action="${new URL(link).pathname}/reply" enctype="multipart/form-data">
    <input type="hidden" name="once" value="${newSecret()}" />
    ${
      refused
        ? html`<p class="err is-failed" id="reply-err" role="alert">
            <svg class="mark" aria-hidden="true"><use href="/icons.svg#m-failed" /></svg
            ><b>${t.notSent}</b> ${refused.says}
          </p>`
        : ""
    }
    <label class="stack">
      ${label}
      <textarea name="body" rows="3" maxlength="${MESSAGE_MAX}" ${refused ? html` aria-describedby="reply-err"` : ""}>
${refused?.body ?? ""}</textarea>
    </label>
    ${fileField(t.filesIfTheyHelp)}
    <p class="acts"><button class="btn" type="submit">${button}</button></p>
  </form>`;
