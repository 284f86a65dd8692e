import type { CaseDetail } from "#server/features/desk/desk.schema.ts";
import type { Attachment } from "#server/features/escalation/attachment.schema.ts";
import { saySize } from "#server/core/sizes.values.ts";
import { sayWhen } from "#site/islands/when.ts";

/** All files that came or went with a case, and who sent them. */
export function CaseAttachments({ shown }: { shown: CaseDetail }) {
  const sent = shown.attachments.filter((file) => !isWaiting(file));
  if (sent.length === 0) return null;
  return (
    <section class="files" aria-labelledby="files-h">
      <h3 id="files-h">Files</h3>
      <ul class="file-list plain">
        {sent.map((file) => (
          <li key={file.id}>
            <FileLink file={file} />{" "}
            <span class="small">
              {file.from === "agent" ? "sent by support" : "from the customer"}, {sayWhen(file.at)}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** What staff attached, until a reply takes it along. */
export const isWaiting = ({ from, messageId }: Attachment): boolean => from === "agent" && messageId === null;

export const FileLink = ({ file: { id, name, size } }: { file: Attachment }) => (
  <>
    <a href={`/api/desk/attachments/${id}`} download={name}>
      {name}
    </a>{" "}
    <span class="small">{saySize(size)}</span>
  </>
);
