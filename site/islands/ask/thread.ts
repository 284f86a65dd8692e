import { effect, signal } from "@preact/signals";
import type { DoneEvent, SentenceEvent, Source } from "#server/features/ask/ask.schema.ts";
import { keep, recall } from "../store.ts";

/** A question, and its answer as far as it has come. */
export type Turn = {
  key: string;
  question: string;
  state: "reading" | "writing" | "done" | "stopped" | "failed";
  sources: Source[];
  sentences: SentenceEvent[];
  /** Once the state is `done`. */
  done?: DoneEvent;
  /** What went wrong, for the reader; once the state is `failed`. */
  failure?: { says: string; offline: boolean };
  /** "Did this help?" */
  helped?: boolean;
};
type Kept = { open: boolean; thread: string | null; turns: Turn[]; draft: string };

const KEY = "handrail.ask";
const NEWEST = 20;

const kept = recall<Kept>("tab", KEY);
export const isOpen = signal(kept?.open ?? false);
/** What is in the field and not asked yet. */
export const draft = signal(kept?.draft ?? "");
/** The server's name of this thread, for follow-ups. */
export const thread = signal<string | null>(kept?.thread ?? null);
// An answer that was being written when the page went away stays as it was.
export const turns = signal<Turn[]>(
  (kept?.turns ?? []).map((turn) => (isRunning(turn) ? { ...turn, state: "stopped" } : turn)),
);

effect(() =>
  keep("tab", KEY, {
    open: isOpen.value,
    thread: thread.value,
    turns: turns.value.slice(-NEWEST),
    draft: draft.value,
  } satisfies Kept),
);

export function isRunning({ state }: Turn): boolean {
  return state === "reading" || state === "writing";
}

/** What is said to a greeting, or to the wish for a person: of the hub's own, with no source. */
export const isRemark = ({ done, sentences }: Turn): boolean =>
  done?.verdict === "answered" && sentences.every(({ citations }) => citations.length === 0);

export function startTurn(question: string): Turn {
  const turn: Turn = { key: crypto.randomUUID(), question, state: "reading", sources: [], sentences: [] };
  turns.value = [...turns.value, turn];
  return turn;
}

export function changeTurn(key: string, change: Partial<Turn> | ((turn: Turn) => Partial<Turn>)): void {
  turns.value = turns.value.map((turn) =>
    turn.key === key ? { ...turn, ...(typeof change === "function" ? change(turn) : change) } : turn,
  );
}

export function clearThread(): void {
  turns.value = [];
  thread.value = null;
}
