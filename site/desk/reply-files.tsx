import type { CaseDetail } from "#server/features/desk/desk.schema.ts";
import { ATTACHMENT_TYPES, ATTACHMENTS_MAX } from "#server/features/escalation/attachment.values.ts";
import { whileBusy } from "#site/islands/busy.ts";
import { judgeFile } from "#site/islands/files/judge-file.ts";
import { attachFiles, dropFile } from "./attachment-api.ts";
import { openCase } from "./cases.ts";
import { fileTurn, noteFiles } from "./files-of-reply.ts";
import { Notice } from "./notice.tsx";
import type { Staff } from "./session.ts";
import { useAction } from "./use-action.ts";
import { useFilesOfReply } from "./use-files-of-reply.ts";
import { WaitingFiles } from "./waiting-files.tsx";

type Props = { shown: CaseDetail; isReply: boolean; staff: Staff };

/** What goes out with the next reply, and where more is added to it. Beside a note only what is there, or comes by being dropped. */
export function ReplyFiles({ shown, isReply, staff }: Props) {
  const { busy, problem, run } = useAction();
  const change = (work: () => Promise<void>) => run(() => work().then(openCase.reload));
  const drop = (id: string) => void change(() => dropFile(id));
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
    <div class="reply-files" data-held={held.value ? "" : undefined}>
      <WaitingFiles shown={shown} staff={staff} busy={busy.value} drop={drop} />
      {(isReply || held.value || busy.value) && (
        <label class="attach">
          <span class="attach-btn">Attach files</span>{" "}
          <span class="small">
            {busy.value ? "On its way." : held.value ? "Let go: they go out with the reply." : HOW}
          </span>
          <input
            class="sr"
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
      )}
      {problem.value && <Notice>{problem.value}</Notice>}
    </div>
  );
}

const HOW = "or paste them into the reply, or drop them here.";

async function sayFault(files: File[]): Promise<string | null> {
  if (files.length > ATTACHMENTS_MAX) return `Attach at most ${ATTACHMENTS_MAX} files at once.`;
  for (const file of files) {
    const fault = await judgeFile(file);
    if (fault) return `“${file.name}” ${fault}`;
  }
  return null;
}
