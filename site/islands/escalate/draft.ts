import { signal } from "@preact/signals";
import type { EscalationInput } from "#server/features/escalation/escalation.schema.ts";
import { keep, recall } from "../store.ts";

/** What is written but not sent yet; kept on this device until it is. */
export type Draft = {
  message: string;
  email: string;
  name: string;
  /** The question to Ask that the message is, as long as nobody changed it. */
  handed: string;
  /** Groups and items that do not go along. */
  off: string[];
  /** The last try: the same content goes again under the same key, so that sending twice sends once. */
  attempt: { key: string; of: string; body: EscalationInput } | null;
};

const KEY = "handrail.contact";
const EMPTY: Draft = { message: "", email: "", name: "", handed: "", off: [], attempt: null };

export const draft = signal<Draft>({ ...EMPTY, ...recall<Draft>("device", KEY) });

export function changeDraft(change: Partial<Draft>): void {
  draft.value = { ...draft.value, ...change };
  keep("device", KEY, draft.value);
}

export const forgetDraft = (): void => keep("device", KEY, null);

/** The body to send, and its key: those of the last try, unless something was changed since. */
export function nextAttempt(fresh: EscalationInput): { key: string; body: EscalationInput } {
  const { attempt, off, message, email, name } = draft.value;
  const there = new Set(fresh.trail.map(nameItem));
  const of = JSON.stringify([message, email, name, off, fresh.articleId, fresh.url]);
  // what was taken out of the trail since must not travel with an earlier try
  if (attempt?.of === of && attempt.body.trail.every((item) => there.has(nameItem(item)))) return attempt;
  const next = { key: crypto.randomUUID(), of, body: fresh };
  changeDraft({ attempt: next });
  return next;
}

/** When it was does not matter: some items are made anew as the form opens. */
const nameItem = ({ kind, ref, title }: EscalationInput["trail"][number]): string => [kind, ref, title].join(" ");
