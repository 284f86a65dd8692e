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
  const whole = begun + (after && !after.startsWith("\n") ? "\n" : "") + after;
  draft.type(whole, shown.messages.length);
  const show = () => showWritten(whole, begun.length);
  if (field) return show();
  writing.value = "reply";
  requestAnimationFrame(show); // the box is drawn by then
}

/** Puts a text into the box at once, and the cursor to where it goes on: the next key may be down already. */
export function showWritten(text: string, at: number): void {
  const field = document.querySelector<HTMLTextAreaElement>("#write");
  if (!field) return;
  field.value = text;
  field.focus();
  field.setSelectionRange(at, at);
}
