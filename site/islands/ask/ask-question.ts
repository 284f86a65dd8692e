import { signal } from "@preact/signals";
import type { DoneEvent } from "#server/features/ask/ask.schema.ts";
import { ApiProblem, toProblem } from "#site/problem.ts";
import { findArticle } from "../article.ts";
import { ANSWERED, tell, type Answered } from "../outcomes.ts";
import { currentSection } from "../toc.ts";
import { leaveTrail } from "../trail/trail.ts";
import { streamAnswer } from "./stream-answer.ts";
import { changeTurn, clearThread, draft, findTurn, isRunning, startTurn, thread, turns, type Turn } from "./thread.ts";
import { askWords as t } from "./ask.words.ts";

/** What one polite region says: that an answer is being written, and that it is ready. */
export const says = signal("");
let running: AbortController | null = null;

/** Asks a question of two characters or more. While an answer is being written, it waits in the field. */
export function askQuestion(question: string): void {
  const words = question.trim();
  if (words.length < 2) return;
  if (turns.value.some(isRunning)) draft.value = words;
  else void answerTurn(startTurn(words));
}

export const stopAnswer = (): void => running?.abort();

export function askNewQuestion(): void {
  stopAnswer();
  clearThread();
  says.value = "";
}

/** For a question that its thread has no room for. */
export function askInNewThread({ question }: Turn): void {
  askNewQuestion();
  askQuestion(question);
}

/** Asks the question of a turn that was stopped or failed once more, in its place. */
export function askAgain(turn: Turn): void {
  if (turns.value.some(isRunning)) return;
  changeTurn(turn.key, { state: "reading", sources: [], sentences: [], done: undefined, failure: undefined });
  void answerTurn(turn);
}

/** What could not be sent goes out once there is a connection, also after a reload. */
export function askWhatWaits(): void {
  const waits = turns.value.at(-1);
  if (waits?.failure?.offline && navigator.onLine) askAgain(waits);
}
addEventListener("online", askWhatWaits);

async function answerTurn({ key, question, sources, sentences }: Turn): Promise<void> {
  const control = new AbortController();
  running = control;
  says.value = t.answering;
  try {
    await streamAnswer(
      {
        question,
        articleId: findArticle()?.id,
        section: currentSection()?.id,
        ...(thread.value && { thread: thread.value }),
      },
      {
        sources: (read) => {
          changeTurn(key, { sources: read.sources });
          thread.value = read.thread; // also of an answer that is stopped
        },
        sentence: (sentence) =>
          changeTurn(key, ({ sentences: written }) => ({ state: "writing", sentences: [...written, sentence] })),
        done: (done) => finishTurn(key, done),
      },
      control,
    );
  } catch (error) {
    // A second try that brings nothing takes nothing away.
    if (findTurn(key)?.sentences.length === 0) changeTurn(key, { sources, sentences });
    const reason: unknown = control.signal.reason;
    if (control.signal.aborted && !(reason instanceof ApiProblem)) stopTurn(key);
    else failTurn(key, reason ?? error);
  } finally {
    if (running === control) running = null;
  }
}

function finishTurn(key: string, done: DoneEvent): void {
  changeTurn(key, { state: "done", done });
  thread.value = done.thread;
  const verdicts = { answered: t.answered, partial: t.partlyAnsweredShort, unanswered: t.notFound2 };
  says.value = t.answerReady(verdicts[done.verdict]);
  trailTurn(key, verdicts[done.verdict], done.answerId);
  tell<Answered>(ANSWERED, { verdict: done.verdict });
}

function stopTurn(key: string): void {
  changeTurn(key, { state: "stopped" });
  says.value = t.stopped;
  trailTurn(key, t.stoppedShort);
}

function failTurn(key: string, error: unknown): void {
  const { code, message } = toProblem(error);
  const offline = code === "offline" && !navigator.onLine;
  const failure = { says: offline ? t.youAreOffline : message, offline, full: code === "thread_full" };
  changeTurn(key, { state: "failed", failure });
  const turn = findTurn(key);
  says.value = turn?.sentences.length ? t.theAnswerBrokeOff(failure.says) : t.noAnswerCame(failure.says);
  if (turn?.sentences.length) trailTurn(key, t.brokenOff);
  else if (turn && !offline) {
    const title = t.askedAndNoAnswer(turn.question);
    leaveTrail({ kind: "error", ref: code, title, detail: message });
  }
}

/** What was answered goes along with a request for a person. */
function trailTurn(key: string, how: string, ref = key): void {
  const turn = findTurn(key);
  if (!turn) return; // a new question was begun meanwhile
  const detail = turn.sentences.map(({ text }) => text).join(" ");
  const { question } = turn;
  leaveTrail({ kind: "answer", ref, title: t.asked(question, how), question, ...(detail && { detail }) });
}
