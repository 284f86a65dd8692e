import { Hono } from "hono";
import { html } from "hono/html";
import { z } from "zod";
import { ArticleId } from "#content/schema.ts";
import type { Visitor } from "#server/core/context.ts";
import { AppError } from "#server/core/errors.ts";
import { formBody, queryParams } from "#server/core/validate.ts";
import type { Answer, AnswerVoteInput, AskAbout, AskInput } from "#server/features/ask/ask.schema.ts";
import { ANSWER_REASONS, QUESTION_MAX } from "#server/features/ask/ask.values.ts";
import { answerParts } from "./ask-answer.ts";
import { helpedForm, votedPage } from "./ask-vote.ts";
import { optionalField } from "./forms.ts";
import { sendPage, type Html, type Page, type PageEnv } from "./shell.ts";
import { askPageWords as t } from "./ask-page.words.ts";

export type AskPagesDeps = {
  about: () => Promise<AskAbout>;
  /** @throws AppError "limited", "thread_full", or "not_found" for an article that is not there. */
  answer: (input: AskInput, visitor: Visitor, signal: AbortSignal, headers: Headers) => Promise<Answer>;
  /** @throws AppError "limited", or "not_found" for an answer that is not kept. */
  vote: (answerId: string, vote: AnswerVoteInput, visitor: Visitor) => Promise<void>;
};

const Linked = z.object({
  q: z.string().trim().max(QUESTION_MAX).optional(),
  article: ArticleId.optional().catch(undefined),
});
const Asked = z.object({
  q: z.string().trim().min(2).max(QUESTION_MAX),
  article: optionalField(ArticleId),
  thread: optionalField(z.string().max(80)),
});
type Asked = Partial<z.infer<typeof Asked>>;
const Voted = z.object({
  answerId: z.string().max(60),
  helped: z.enum(["yes", "no"]),
  reason: optionalField(z.enum(ANSWER_REASONS)),
});

/** After these the form stands there again with what was typed, outside the thread. */
const REFUSALS = new Set<string>(["limited", "thread_full", "unavailable"]);

/**
 * `/ask/`: a question and its answer for readers without script. A link only fills the form in: who follows it may be a
 * crawler, a preview or a reload, and none of these should spend the hub's model or count as a question.
 */
export const askPages = ({ about, answer, vote }: AskPagesDeps) =>
  new Hono<PageEnv>()
    .get("/ask/", queryParams(Linked), async (c) => sendPage(c, questionPage(await about(), c.req.valid("query"))))
    .post("/ask/", formBody(Asked), async (c) => {
      const asked = c.req.valid("form");
      const { q: question, article: articleId, thread } = asked;
      try {
        const { signal, headers } = c.req.raw;
        const given = await answer({ question, articleId, thread }, c.get("visitor"), signal, headers);
        return await sendPage(c, answerPage(await about(), asked, given));
      } catch (error) {
        if (!(error instanceof AppError) || !REFUSALS.has(error.code)) throw error;
        if (error.retryAfter) c.header("Retry-After", String(error.retryAfter));
        return sendPage(
          c,
          questionPage(await about(), { q: question, article: articleId }, error.message),
          error.status,
        );
      }
    })
    .post("/ask/vote/", formBody(Voted), async (c) => {
      const { answerId, helped, reason } = c.req.valid("form");
      await vote(answerId, { helped: helped === "yes", reason }, c.get("visitor"));
      return sendPage(c, votedPage(answerId, helped, reason !== undefined));
    });

const questionPage = (about: AskAbout, asked: Asked, refusal?: string): Page => ({
  title: t.ask,
  page: "ask",
  main: html`<header class="title">
      <h1>${t.ask}</h1>
      <p class="lede">${t.askInYourOwn}</p>
    </header>
    ${refusal ? html`<p class="verdict is-failed" role="alert"><b>${t.noAnswer}</b> ${refusal}</p>` : ""}
    ${askForm(t.yourQuestion, asked)}
    <p class="small">${sayWhoReads(about)} <a href="/contact/">${t.askAPerson}</a></p>`,
});

function answerPage(about: AskAbout, { q, article }: Asked, answer: Answer): Page {
  // a greeting, or the wish for a person, is no question to hand over
  const isRemark = answer.verdict === "answered" && answer.sources.length === 0;
  return {
    title: q ?? t.ask,
    page: "ask",
    main: html`<header class="title"><h1 dir="auto">${q}</h1></header>
      ${answerParts(answer)}
      <p class="handover">
        <a
          class="btn"
          href="/contact/?${new URLSearchParams({ ...(article && { article }), ...(!isRemark && { question: q ?? "" }) })}"
          >${isRemark ? t.askAPerson : t.askAPersonThis}</a
        >
        ${isRemark ? "" : html`<span class="small">${t.yourQuestionGoesAlong}</span>`}
      </p>
      ${helpedForm(answer.answerId)}
      <h2 id="again">${t.askAgain}</h2>
      ${askForm(t.aFollowUpOr, { article, thread: answer.thread })}
      <p class="small">${sayWhoReads(about)} <a href="/ask/">${t.newQuestion}</a></p>`,
  };
}

const askForm = (label: string, { q = "", article, thread }: Asked): Html =>
  html`<form class="find-again field-row" action="/ask/" method="post">
    <label class="sr" for="ask-q">${label}</label>
    <input id="ask-q" name="q" value="${q}" required minlength="2" maxlength="${QUESTION_MAX}" placeholder="${label}" />
    ${article ? html`<input type="hidden" name="article" value="${article}" />` : ""}
    ${thread ? html`<input type="hidden" name="thread" value="${thread}" />` : ""}
    <button class="btn main" type="submit">${t.ask}</button>
  </form>`;

const sayWhoReads = ({ mode, provider, staysHere }: AskAbout): string => {
  if (mode === "extractive")
    return t.answersAreTheArticles(provider ? t.questionsAreReadBy(provider) : staysHere ? t.yourQuestionStaysOn : "");
  return provider ? t.questionsAreReadBy2(provider) : t.aModelOfThis;
};
