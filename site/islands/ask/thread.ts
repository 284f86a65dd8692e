import { batch, effect, signal } from "@preact/signals";
import type { AnswerVoteInput, DoneEvent, SentenceEvent, Source } from "#server/features/ask/ask.schema.ts";
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
  /** Once the state is `failed`. */
  failure?: Failure;
  /** "Did this help?" */
  vote?: AnswerVoteInput & { state: "sending" | "counted" | "lost" };
};
/** What went wrong, in words for the reader. `offline`: it goes out by itself later; `full`: only a new thread takes it. */
export type Failure = { says: string; offline: boolean; full: boolean };
type Kept = { open: boolean; thread: string | null; turns: Turn[]; draft: string };

const KEY = "handrail.ask";
/** As many as a thread has at most. */
const NEWEST = 30;

export const isOpen = signal(false);
/** What is in the field and not asked yet. */
export const draft = signal("");
/** The server's name of this thread, for follow-ups. */
export const thread = signal<string | null>(null);
export const turns = signal<Turn[]>([]);

/** As the tab has it by now: other pages may have gone on with it. */
export function takeUpThread(): void {
  const kept = recall<Kept>("tab", KEY);
  batch(() => {
    isOpen.value = kept?.open ?? false;
    draft.value = kept?.draft ?? "";
    thread.value = kept?.thread ?? null;
    // An answer that was being written when the page went away stays as it was.
    turns.value = (kept?.turns ?? []).map((turn) => (isRunning(turn) ? { ...turn, state: "stopped" } : turn));
  });
}

takeUpThread();
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

/** What a person is asked: "let me talk to a person" is no question, so it is the one before it; "" where there is none. */
export function questionFor(turn: Turn): string {
  if (!isRemark(turn)) return turn.question;
  const at = turns.value.findIndex(({ key }) => key === turn.key);
  return turns.value.slice(0, at).findLast((each) => !isRemark(each))?.question ?? "";
}

export const findTurn = (key: string): Turn | undefined => turns.value.find((turn) => turn.key === key);

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
