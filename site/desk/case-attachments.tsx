import type { CaseDetail } from "#server/features/desk/desk.schema.ts";
import type { Attachment } from "#server/features/escalation/attachment.schema.ts";
import { ATTACHMENT_TYPES, ATTACHMENTS_MAX } from "#server/features/escalation/attachment.values.ts";
import { saySize } from "#server/core/sizes.values.ts";
import { whileBusy } from "#site/islands/busy.ts";
import { judgeFile } from "#site/islands/files/judge-file.ts";
import { sayWhen } from "#site/islands/when.ts";
import { attachFiles, dropFile } from "./attachment-api.ts";
import { openCase } from "./cases.ts";
import { fileTurn, noteFiles } from "./files-of-reply.ts";
import { Notice } from "./notice.tsx";
import { useAction } from "./use-action.ts";
import { useFilesOfReply } from "./use-files-of-reply.ts";

/** All files of a case, with who sent them; what staff attach waits here for the next reply. */
export function CaseAttachments({ shown }: { shown: CaseDetail }) {
  const waiting = shown.attachments.filter(isWaiting);
  const sent = shown.attachments.filter((file) => !isWaiting(file));
  const mayAttach = shown.mergedInto === null;
  if (!mayAttach && sent.length === 0) return null;
  return (
    <section class="files" aria-labelledby="files-h">
      <h3 id="files-h">Files</h3>
      {sent.length > 0 && (
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
      )}
      {mayAttach && <Attach shown={shown} waiting={waiting} />}
    </section>
  );
}

const isWaiting = ({ from, messageId }: Attachment): boolean => from === "agent" && messageId === null;

const FileLink = ({ file: { id, name, size } }: { file: Attachment }) => (
  <>
    <a href={`/api/desk/attachments/${id}`} download={name}>
      {name}
    </a>{" "}
    <span class="small">{saySize(size)}</span>
  </>
);

function Attach({ shown, waiting }: { shown: CaseDetail; waiting: Attachment[] }) {
  const { busy, problem, run } = useAction();
  const change = (work: () => Promise<void>) => run(() => work().then(openCase.reload));
  const attach = (files: File[]) =>
    fileTurn(async () => {
      if (files.length === 0) return;
      const fault = await sayFault(files);
      if (fault) problem.value = fault;
      else await change(() => attachFiles(shown.id, files));
      noteFiles(shown.id, problem.value);
    });
  const held = useFilesOfReply((files) => void attach(files));
  return (
    <>
      {waiting.length > 0 && (
        <ul class="file-list plain" aria-label="Go out with the next reply">
          {waiting.map((file) => (
            <li key={file.id}>
              <FileLink file={file} />
              <span class="small">, goes out with the next reply</span>{" "}
              <button
                class="text-btn"
                type="button"
                aria-label={`Remove ${file.name}`}
                {...whileBusy(busy.value)}
                onClick={() => void change(() => dropFile(file.id))}
              >
                Remove
              </button>
            </li>
          ))}
        </ul>
      )}
      <label class="stack" data-held={held.value ? "" : undefined}>
        Attach to the next reply
        <span class="small">
          {busy.value
            ? "On its way."
            : held.value
              ? "Let go: they go out with it."
              : "Or paste them into it, or drop them here."}
        </span>
        <input
          type="file"
          multiple
          accept={ATTACHMENT_TYPES.join(",")}
          {...whileBusy(busy.value)}
          onChange={(event) => {
            const input = event.currentTarget;
            const files = [...(input.files ?? [])];
            input.value = "";
            void attach(files);
          }}
        />
      </label>
      {problem.value && <Notice>{problem.value}</Notice>}
    </>
  );
}

async function sayFault(files: File[]): Promise<string | null> {
  if (files.length > ATTACHMENTS_MAX) return `Attach at most ${ATTACHMENTS_MAX} files at once.`;
  for (const file of files) {
    const fault = await judgeFile(file);
    if (fault) return `“${file.name}” ${fault}`;
  }
  return null;
}
