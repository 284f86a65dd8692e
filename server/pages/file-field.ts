import { html } from "hono/html";
import { ATTACHMENT_TYPES, ATTACHMENTS_MAX, attachmentWords } from "#server/features/escalation/attachment.values.ts";
import type { Html } from "./shell.ts";
import { commonPageWords as t } from "./common-page.words.ts";

/** Choosing files. The page's script lists them, says at once what is wrong, and takes one back (site/islands/files). */
export const fileField = (label = t.filesIfTheyHelp): Html =>
  html`<div class="files" data-files>
    <label class="stack">
      ${label}
      <input type="file" name="files" multiple accept="${ATTACHMENT_TYPES.join(",")}" aria-describedby="files-say" />
    </label>
    <p class="small" id="files-say">
      ${t.upTo} ${ATTACHMENTS_MAX}${t.ofMbEach} ${attachmentWords.kinds}${t.whereAndWithWhat}
    </p>
  </div>`;
