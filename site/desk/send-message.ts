import type { CaseDetail } from "#server/features/desk/desk.schema.ts";
import { addNote, addReply } from "./case-api.ts";
import { reloadAll } from "./cases.ts";
import { outcome } from "./change-case.ts";
import { filesThere } from "./files-of-reply.ts";
import { findShown, inTurn, noteOwn } from "./own-changes.ts";
import type { Draft, Kept } from "./use-draft.ts";

/** Sends what is written; the case is read again in any event, so that what others wrote meanwhile is shown. */
export const sendReply = (shown: CaseDetail, draft: Draft, solve: boolean): Promise<void> =>
  deliver(shown, draft, async ({ text, once }) => {
    await filesThere(shown.id);
    await addReply(shown.id, { body: text, once, seen: shown.messages.length, solve });
    return `${solve ? "Answered and solved" : "Answered"}: ${shown.reference}.`;
  });

export const sendNote = (shown: CaseDetail, draft: Draft): Promise<void> =>
  deliver(shown, draft, async ({ text, once }) => {
    await addNote(shown.id, { body: text, once });
    return `Noted: ${shown.reference}.`;
  });

type Send = (kept: Kept) => Promise<string>;

const deliver = (shown: CaseDetail, draft: Draft, send: Send): Promise<void> =>
  draft.send((kept) =>
    inTurn(async () => {
      const says = await send(kept).finally(reloadAll);
      noteMessage(shown);
      // in place of what was said before, whose "undo" is of something else
      outcome.value = { says, failed: false, undo: null, again: null };
    }),
  );

/** Where nothing else has changed the case since, what one does next is done to the case with one's own message. */
function noteMessage({ id, version }: CaseDetail): void {
  const now = findShown(id);
  if (now?.version === version + 1) noteOwn(now);
}
