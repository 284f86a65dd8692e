import type { AnswerQuery } from "#server/features/desk/answers.schema.ts";
import { readAskAbout } from "#site/islands/calls.ts";
import { listAnswers, readAnswerRecord } from "./desk-api.ts";
import { loaded } from "./loaded.ts";
import { place, type AnswerShow } from "./place.ts";
import { rowsOf } from "./rows.ts";

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

export const {
  list: answerList,
  showMore: showMoreAnswers,
  beside: besideAnswer,
  open: openAnswer,
  watch: watchAnswers,
} = rowsOf({
  view: "answers",
  query: answerQuery,
  readPage: async (query, cursor) => {
    const { answers, next } = await listAnswers({ ...query, ...(cursor && { cursor }) });
    return { items: answers, next };
  },
  readRow: readAnswerRecord,
});

/** Whether this hub has a model. */
export const about = loaded(readAskAbout);
