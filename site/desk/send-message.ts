import type { CaseDetail } from "#server/features/desk/desk.schema.ts";
import { addNote, addReply } from "./case-api.ts";
import { reloadAll } from "./cases.ts";
import { outcome } from "./change-case.ts";
import type { Draft } from "./use-draft.ts";

/** Sends what is written; the case is read again in any event, so that what others wrote meanwhile is shown. */
export const sendReply = (shown: CaseDetail, draft: Draft, solve: boolean): Promise<void> =>
  draft.send(({ text, once }) =>
    addReply(shown.id, { body: text, once, seen: shown.messages.length, solve })
      .then(() => say(`${solve ? "Answered and solved" : "Answered"}: ${shown.reference}.`))
      .finally(reloadAll),
  );

export const sendNote = (shown: CaseDetail, draft: Draft): Promise<void> =>
  draft.send(({ text, once }) =>
    addNote(shown.id, { body: text, once })
      .then(() => say(`Noted: ${shown.reference}.`))
      .finally(reloadAll),
  );

/** In place of what was said before, whose "undo" is of something else. */
const say = (says: string): void => void (outcome.value = { says, failed: false, undo: null, again: null });
