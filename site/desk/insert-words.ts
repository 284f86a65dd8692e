import type { CaseDetail } from "#server/features/desk/desk.schema.ts";
import { writing } from "./cases.ts";
import { draftOf } from "./use-draft.ts";

/** Puts words where the cursor stands in what is written, or at its end, on a line of their own; the cursor then stands behind them. */
export function insertIntoReply(shown: CaseDetail, words: string): void {
  const draft = draftOf(shown.id, "reply");
  const field = writing.value === "reply" ? document.querySelector<HTMLTextAreaElement>("#write") : null;
  const { text } = draft.kept.value;
  const [from, to] = field?.value === text ? [field.selectionStart, field.selectionEnd] : [text.length, text.length];
  const before = text.slice(0, from);
  const after = text.slice(to);
  const begun = before + (before && !before.endsWith("\n") ? "\n" : "") + words;
  draft.type(begun + (after && !after.startsWith("\n") ? "\n" : "") + after, shown.messages.length);
  writing.value = "reply";
  placeCursor(begun.length);
}

/** Once what was written stands in the box. */
export function placeCursor(at: number): void {
  requestAnimationFrame(() => {
    const field = document.querySelector<HTMLTextAreaElement>("#write");
    field?.focus();
    field?.setSelectionRange(at, at);
  });
}
