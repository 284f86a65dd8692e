import type { AnswerVoteInput } from "#server/features/ask/ask.schema.ts";
import { voteOnAnswer } from "../calls.ts";
import { says } from "./ask-question.ts";
import { changeTurn, findTurn, type Turn } from "./thread.ts";
import { askWords as t } from "./ask.words.ts";

let last: Promise<void> = Promise.resolve();

/** "Did this help?" One after the other: the last choice is the one that counts. */
export function voteOnTurn({ key, done }: Turn, choice: AnswerVoteInput): Promise<void> {
  if (!done) return last;
  changeTurn(key, { vote: { ...choice, state: "sending" } });
  last = last.then(async () => {
    const state = await voteOnAnswer(done.answerId, choice).then(
      () => "counted" as const,
      () => "lost" as const,
    );
    const vote = findTurn(key)?.vote;
    if (vote?.helped !== choice.helped || vote.reason !== choice.reason) return; // chosen anew meanwhile
    changeTurn(key, { vote: { ...choice, state } });
    says.value = state === "counted" ? t.yourAnswerCounts : t.itCouldNotBe2;
  });
  return last;
}
