import { signal } from "@preact/signals";
import type { EscalationInput } from "#server/features/escalation/escalation.schema.ts";
import { keep, memory, recall, storage } from "../store.ts";
import type { Context } from "./context.ts";

/** What is typed. */
export type Fields = { message: string; subject: string; topicId: string; email: string; name: string };

/** What is written but not sent yet; kept on this device until it is. */
export type Draft = Fields & {
  /** What the fields were filled with, as long as nobody changed it. */
  proposed: Partial<Fields>;
  /** Groups and items that do not go along. */
  off: string[];
  /** The names of the files that were chosen: the files themselves are not kept. */
  files: string[];
  /** It was sent while there was no connection, and goes out by itself once there is one. */
  waiting: boolean;
  /** Where it was sent from, while it waits. */
  from: Context | null;
  /** The last try: the same content goes again under the same key, so that sending twice sends once. */
  attempt: { key: string; of: string; body: EscalationInput } | null;
};

const KEY = "handrail.contact";
const NOTHING: Fields = { message: "", subject: "", topicId: "", email: "", name: "" };
const EMPTY: Draft = { ...NOTHING, proposed: {}, off: [], files: [], waiting: false, from: null, attempt: null };

export const draft = signal<Draft>({ ...EMPTY, ...recall<Draft>("device", KEY) });

/** Whether the draft outlasts the page, as far as the browser lets one know. */
export function isDraftKept(): boolean {
  try {
    storage("device").setItem("handrail.tried", "");
    storage("device").removeItem("handrail.tried");
  } catch {
    return false;
  }
  return memory[KEY] === undefined;
}

// another tab has sent its own, and forgotten what all tabs keep in one place: what is written here is kept again
globalThis.addEventListener?.("storage", ({ key, oldValue, newValue }) => {
  if (key !== KEY || newValue !== null || !draft.value.message) return;
  const sent = JSON.parse(oldValue ?? "null") as Draft | null; // of this module
  if (sent?.message !== draft.value.message) keep("device", KEY, draft.value);
});

export function changeDraft(change: Partial<Draft>): void {
  draft.value = { ...draft.value, ...change };
  keep("device", KEY, draft.value);
}

export function forgetDraft(): void {
  draft.value = EMPTY;
  keep("device", KEY, null);
}

/** What was taken out of the trail since must not travel with an earlier try. */
export function isStillThere(earlier: EscalationInput, fresh: EscalationInput): boolean {
  const there = new Set(fresh.trail.map(nameItem));
  return earlier.trail.every((item) => there.has(nameItem(item)));
}

/** The body to send, and its key: those of the last try, unless something was changed, or joined the trail, since. */
export function nextAttempt(fresh: EscalationInput, files: File[]): { key: string; body: EscalationInput } {
  const { attempt, off, message, subject, topicId, email, name } = draft.value;
  const named = files.map((file) => [file.name, file.size, file.lastModified]);
  const { articleId, url, trail } = fresh;
  const of = JSON.stringify([message, subject, topicId, email, name, off, named, articleId, url, trail.map(nameItem)]);
  if (attempt?.of === of) return attempt;
  const next = { key: crypto.randomUUID(), of, body: fresh };
  changeDraft({ attempt: next });
  return next;
}

/** When it was does not matter: some items are made anew as the form opens. */
const nameItem = ({ kind, ref, title }: EscalationInput["trail"][number]): string => [kind, ref, title].join(" ");
