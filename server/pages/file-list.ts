import { html } from "hono/html";
import type { Attachment } from "#server/features/escalation/attachment.schema.ts";
import { saySize } from "#server/core/sizes.values.ts";
import type { Html } from "./shell.ts";
import { commonPageWords as t } from "./common-page.words.ts";

/** The files that came with one message, to save; `null` is the request itself. `link` is the receipt's address. */
export function fileList(attachments: Attachment[], messageId: string | null, link: string): Html | string {
  const own = attachments.filter((file) => file.messageId === messageId);
  if (own.length === 0) return "";
  const path = new URL(link).pathname;
  return html`<ul class="file-list plain" aria-label="${t.files}">
    ${own.map(
      ({ id, name, size }) =>
        html`<li>
          <a href="/api${path}/attachments/${id}" download dir="auto">${name}</a>
          <span class="small">${saySize(size)}</span>
        </li>`,
    )}
  </ul>`;
}
