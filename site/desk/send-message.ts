import type { CaseDetail } from "#server/features/desk/desk.schema.ts";
import { addNote, addReply } from "./case-api.ts";
import { reloadAll } from "./cases.ts";
import type { Draft } from "./use-draft.ts";

/** Sends what is written; the case is read again in any event, so that what others wrote meanwhile is shown. */
export const sendReply = (shown: CaseDetail, draft: Draft, solve: boolean): Promise<void> =>
  draft.send(({ text, once }) =>
    addReply(shown.id, { body: text, once, seen: shown.messages.length, solve }).finally(reloadAll),
  );

export const sendNote = (shown: CaseDetail, draft: Draft): Promise<void> =>
  draft.send(({ text, once }) => addNote(shown.id, { body: text, once }).finally(reloadAll));
