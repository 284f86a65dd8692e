import type { CaseDetail, DeskAttachment } from "#server/features/desk/desk.schema.ts";
import { whileBusy } from "#site/islands/busy.ts";
import { FileLink, isWaiting } from "./case-attachments.tsx";
import type { Staff } from "./session.ts";

type Props = { shown: CaseDetail; staff: Staff; busy: boolean; drop: (id: string) => void };

/** What has been attached and not gone out: one's own goes with the next reply, a colleague's with theirs. */
export function WaitingFiles({ shown, staff, busy, drop }: Props) {
  const waiting = shown.attachments.filter(isWaiting);
  const isOwn = ({ waitsFor }: DeskAttachment) => !waitsFor || waitsFor.id === staff.id;
  const lists = [
    { name: "Go out with your next reply", files: waiting.filter(isOwn) },
    { name: "Wait for a colleague’s reply", files: waiting.filter((file) => !isOwn(file)) },
  ].filter(({ files }) => files.length > 0);
  return (
    <>
      {lists.map(({ name, files }) => (
        <ul key={name} class="file-list plain" aria-label={name}>
          {files.map((file) => (
            <li key={file.id}>
              <FileLink file={file} />
              <span class="small">
                {isOwn(file) ? ", goes out with your next reply" : `, waits for a reply of ${file.waitsFor?.name}`}
              </span>{" "}
              <button
                class="text-btn"
                type="button"
                aria-label={`Remove ${file.name}`}
                {...whileBusy(busy)}
                onClick={() => drop(file.id)}
              >
                Remove
              </button>
            </li>
          ))}
        </ul>
      ))}
    </>
  );
}
