import { signal } from "@preact/signals";
import type { DoneEvent } from "#server/features/ask/ask.schema.ts";
import { findArticle } from "../article.ts";
import { voteOnAnswer } from "../calls.ts";
import { toProblem } from "#site/problem.ts";
import { leaveTrail } from "../trail/trail.ts";
import { streamAnswer } from "./stream-answer.ts";
import { changeTurn, clearThread, isRunning, startTurn, thread, turns, type Turn } from "./thread.ts";

/** What one polite region says: that an answer is being written, and that it is ready. */
export const says = signal("");
let running: AbortController | null = null;

/** Asks a question of two characters or more, unless an answer is being written. */
export function askQuestion(question: string): void {
  const words = question.trim();
  if (words.length < 2 || turns.value.some(isRunning)) return;
  void answerTurn(startTurn(words));
}

export const stopAnswer = (): void => running?.abort();

export function askNewQuestion(): void {
  stopAnswer();
  clearThread();
  says.value = "";
}

/** Asks the question of a turn that was stopped or failed once more, in its place. */
export function askAgain(turn: Turn): void {
  if (turns.value.some(isRunning)) return;
  changeTurn(turn.key, { state: "reading", sources: [], sentences: [], done: undefined, failure: undefined });
  void answerTurn(turn);
}

export async function sayHelped(turn: Turn, helped: boolean, reason?: Parameters<typeof voteOnAnswer>[1]["reason"]) {
  changeTurn(turn.key, { helped });
  // A lost thumb is not worth a message to somebody who is about to read on.
  if (turn.done) await voteOnAnswer(turn.done.answerId, { helped, ...(reason && { reason }) }).catch(() => {});
}

async function answerTurn({ key, question }: Turn): Promise<void> {
  const control = new AbortController();
  running = control;
  says.value = "Answering";
  try {
    await streamAnswer(
      { question, articleId: findArticle()?.id, ...(thread.value && { thread: thread.value }) },
      {
        sources: (sources) => changeTurn(key, { sources }),
        sentence: (sentence) =>
          changeTurn(key, ({ sentences }) => ({ state: "writing", sentences: [...sentences, sentence] })),
        done: (done) => finishTurn(key, done),
      },
      control.signal,
    );
  } catch (error) {
    if (control.signal.aborted) stopTurn(key);
    else failTurn(key, error);
  } finally {
    if (running === control) running = null;
  }
}

function finishTurn(key: string, done: DoneEvent): void {
  changeTurn(key, { state: "done", done });
  thread.value = done.thread;
  const turn = turns.value.find((each) => each.key === key);
  if (!turn) return;
  const verdicts = { answered: "answered", partial: "partly answered", unanswered: "not in the articles" };
  says.value = `Answer ready: ${verdicts[done.verdict]}`;
  leaveTrail({
    kind: "answer",
    ref: done.answerId,
    title: `Asked “${turn.question}”: ${verdicts[done.verdict]}`,
    detail: turn.sentences.map(({ text }) => text).join(" "),
  });
}

function stopTurn(key: string): void {
  changeTurn(key, { state: "stopped" });
  says.value = "Stopped";
}

function failTurn(key: string, error: unknown): void {
  const problem = toProblem(error);
  const offline = problem.code === "offline" && !navigator.onLine;
  changeTurn(key, { state: "failed", failure: { says: offline ? "You are offline." : problem.message, offline } });
  says.value = "No answer came";
  if (!offline) {
    const question = turns.value.find((each) => each.key === key)?.question ?? "";
    leaveTrail({
      kind: "error",
      ref: problem.code,
      title: `Asked “${question}”, and no answer came`,
      detail: problem.message,
    });
    return;
  }
  const askWhenBack = (): void => {
    const turn = turns.value.find((each) => each.key === key);
    if (turn?.state === "failed") askAgain(turn);
  };
  addEventListener("online", askWhenBack, { once: true });
}
