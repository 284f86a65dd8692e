import { computed, effect, untracked } from "@preact/signals";
import type { AnswerQuery } from "#server/features/desk/answers.schema.ts";
import { readAskAbout } from "#site/islands/calls.ts";
import { listAnswers, readAnswerRecord } from "./desk-api.ts";
import { loaded } from "./loaded.ts";
import { place, type AnswerShow } from "./place.ts";
import { staff } from "./session.ts";

const FILTERS: Record<AnswerShow, AnswerQuery> = {
  unanswered: { verdict: "unanswered" },
  partial: { verdict: "partial" },
  not_helped: { helped: "no" },
};

/** The filter and the words that the address names. */
export function answerQuery(): AnswerQuery {
  const { show, q } = place.value;
  return { ...(show && FILTERS[show]), ...(q && { q }) };
}

export const answerList = loaded(() => listAnswers(answerQuery()));
const openId = computed(() => (place.value.view === "answers" ? place.value.answerId : null));
export const openAnswer = loaded(async () => (openId.value ? readAnswerRecord(openId.value) : null));
/** Whether this hub has a model. */
export const about = loaded(readAskAbout);

export async function reloadAnswers(): Promise<void> {
  if (place.value.view === "answers") await Promise.all([answerList.reload(), openAnswer.reload()]);
}

/** Reads what the address names, again whenever it changes. */
export function watchAnswers(): () => void {
  const filter = computed(() => place.value.view === "answers" && JSON.stringify(answerQuery()));
  const stops = [
    effect(() => {
      if (staff.value && filter.value) untracked(() => void answerList.reload());
    }),
    effect(() => {
      if (staff.value && openId.value) untracked(() => void openAnswer.reload());
    }),
  ];
  return () => {
    for (const stop of stops) stop();
  };
}
