import { computed } from "@preact/signals";
import type { AnswerQuery } from "#server/features/desk/answers.schema.ts";
import { readAskAbout } from "#site/islands/calls.ts";
import { listAnswers, readAnswerRecord } from "./desk-api.ts";
import { loaded } from "./loaded.ts";
import { place, type AnswerShow } from "./place.ts";
import { watch } from "./watch.ts";

const FILTERS: Record<AnswerShow, AnswerQuery> = {
  unanswered: { verdict: "unanswered" },
  partial: { verdict: "partial" },
  not_helped: { helped: "no" },
};

/** The filter and the words that the address names. */
function answerQuery(): AnswerQuery {
  const { show, q } = place.value;
  return { ...(show && FILTERS[show]), ...(q && { q }) };
}

export async function listAnswerPage(cursor?: string) {
  const { answers, next } = await listAnswers({ ...answerQuery(), ...(cursor && { cursor }) });
  return { items: answers, next };
}

export const answerList = loaded(() => listAnswerPage());
const openId = computed(() => (place.value.view === "answers" ? place.value.answerId : null));
export const openAnswer = loaded(async () => (openId.value ? readAnswerRecord(openId.value) : null));
/** Whether this hub has a model. */
export const about = loaded(readAskAbout);

export function watchAnswers(): () => void {
  const filter = computed(() => (place.value.view === "answers" ? JSON.stringify(answerQuery()) : null));
  return watch({ list: answerList, filter, open: openAnswer, openId });
}
