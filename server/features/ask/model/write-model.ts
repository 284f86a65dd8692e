import type { SentenceEvent, SentenceRecord, Usage } from "../ask.schema.ts";
import { checkSentence, type SentenceCheck } from "../check/check-sentence.ts";
import type { NumberedSource } from "../sources.ts";
import type { Turn } from "../thread.ts";
import { createSentenceCutter } from "./cut-sentences.ts";
import { ModelFailure } from "./model-failure.ts";
import { isInOtherLanguage } from "./other-language.ts";
import { buildPrompt } from "./prompt.ts";
import type { ModelPiece } from "./read-pieces.ts";
import type { StreamModel } from "./stream-model.ts";
import { saysNotThere } from "./system-prompt.ts";

const NOTHING: Usage = { promptTokens: 0, completionTokens: 0 };

/** What a model wrote, and how it ended. `sent` counts the sentences that a reader got. */
export type Written = {
  end: "complete" | "length" | "not_there" | "other_language" | ModelFailure;
  sent: number;
  checks: SentenceRecord[];
  usage: Usage | null;
};

type ModelQuestion = {
  question: string;
  sources: NumberedSource[];
  turns: Turn[];
  checks: SentenceRecord[];
  signal: AbortSignal;
};

/**
 * Yields the model's sentences, each checked against its sources first. Where the first one that claims something was
 * withheld, the following wait until no more than half of all were. What turns out to have been a thought counts for nothing;
 * of it a reader got only what its sources support. Always ends.
 */
export async function* writeModel(
  streamModel: StreamModel,
  { question, sources, turns, checks, signal }: ModelQuestion,
): AsyncGenerator<SentenceEvent, Written> {
  const written: Written = { end: "complete", sent: 0, checks, usage: null };
  const pieces = streamModel(buildPrompt(question, sources, turns), signal);
  let held: SentenceEvent[] = [];
  try {
    for await (const sentence of cutPieces(pieces, written, sources)) {
      if (sentence === "wasThought") {
        held = [];
        checks.splice(0, Infinity, ...checks.filter(({ result }) => written.sent > 0 && result !== "withheld"));
        continue;
      }
      if (saysNotThere(sentence.text)) return { ...written, end: "not_there" };
      held.push(...judge(sentence, sources, written.checks));
      const stopped = held.length === 0 && written.sent === 0 && isInOtherLanguage(sentence.text, sources);
      if (stopped) return { ...written, end: "other_language" };
      if (isCoreGone(written.checks)) continue;
      written.sent += held.length;
      yield* held;
      held = [];
    }
  } catch (error) {
    if (!(error instanceof ModelFailure)) throw error;
    written.end = error;
    if (error.isFree) written.usage = NOTHING;
  }
  return written;
}

/**
 * The whole sentences, and where those before were a thought; notes how they ended and what they took. One that its citations support does not wait for the
 * next word, which may be long in coming.
 */
async function* cutPieces(
  pieces: AsyncGenerator<ModelPiece>,
  written: Pick<Written, "end" | "usage">,
  sources: NumberedSource[],
): AsyncGenerator<SentenceEvent | "wasThought"> {
  let cutter = createSentenceCutter();
  const isSupported = (sentence: SentenceEvent) => checkOnce(sentence, sources).result === "supported";
  for await (const piece of pieces) {
    if ("text" in piece) yield* [...cutter.push(piece.text), ...cutter.takeCited(isSupported)];
    else if ("usage" in piece) written.usage = piece.usage;
    else if ("wasThought" in piece) {
      cutter = createSentenceCutter();
      yield "wasThought";
    } else {
      written.end = piece.end;
      if (piece.end === "complete") yield* cutter.end();
    }
  }
}

const checked = new WeakMap<SentenceEvent, SentenceCheck>();
/** A sentence that was looked at before it was whole is not held against its sources again. */
function checkOnce(sentence: SentenceEvent, sources: NumberedSource[]): SentenceCheck {
  const check = checked.get(sentence) ?? checkSentence(sentence, sources);
  checked.set(sentence, check);
  return check;
}

/** Notes what the check makes of a sentence, and gives what of it may be sent. */
function judge(sentence: SentenceEvent, sources: NumberedSource[], checks: SentenceRecord[]): SentenceEvent[] {
  // Bytes that were no UTF-8: what stood there is not known.
  const check = sentence.text.includes("\uFFFD")
    ? ({ result: "withheld", reason: "garbled", what: "\uFFFD" } as const)
    : checkOnce(sentence, sources);
  if (check.result !== "withheld") {
    checks.push({ ...check.sentence, result: check.result });
    return [check.sentence];
  }
  if (check.reason !== "empty") checks.push({ ...sentence, ...check });
  return [];
}

/** "These are the steps:" claims nothing that would be missed. */
const claims = ({ text }: SentenceRecord) => !text.endsWith(":");
export const findWithheld = (checks: SentenceRecord[]) =>
  checks.filter((each) => each.result === "withheld" && claims(each));

/** True when the first sentence that claims something was withheld, and so were more than half of all that do. */
export function isCoreGone(checks: SentenceRecord[]): boolean {
  const withheld = findWithheld(checks);
  const first = checks.find(claims);
  return first?.result === "withheld" && withheld.length > checks.filter(claims).length / 2;
}
