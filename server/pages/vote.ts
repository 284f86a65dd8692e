import { Hono } from "hono";
import { html } from "hono/html";
import { z } from "zod";
import type { KnowledgeArticle } from "#content/knowledge.ts";
import { ArticleId } from "#content/schema.ts";
import { AppError } from "#server/core/errors.ts";
import { HONEYPOT } from "#server/core/forms.values.ts";
import { formBody } from "#server/core/validate.ts";
import { ensureVisitor } from "#server/core/visitor.ts";
import { fitsAnswer, VoteInput, VoteReason } from "#server/features/feedback/feedback.schema.ts";
import { NO_REASONS, YES_REASONS } from "#server/features/feedback/feedback.values.ts";
import type { OpenKnowledge } from "#server/knowledge/open-knowledge.ts";
import { langOf } from "./marks.ts";
import { backIcon, optionalField, refuseFilled, trapField } from "./forms.ts";
import { sendPage, type Html, type Page, type PageEnv } from "./shell.ts";
import { thanksPage } from "./vote-thanks.ts";
import { votePageWords as t } from "./vote-page.words.ts";

type Voter = { ipKey: string; ensureId: () => string };
export type VotePagesDeps = {
  knowledge: OpenKnowledge;
  castVote: (voter: Voter, vote: VoteInput) => Promise<unknown>;
};

const VoteForm = z.object({
  articleId: ArticleId,
  answered: z.enum(["yes", "no"]),
  reason: optionalField(VoteReason),
  comment: optionalField(VoteInput.shape.comment),
  email: optionalField(VoteInput.shape.email),
  [HONEYPOT]: z.string().optional(),
});

/** `POST /votes/`: the vote of a reader without script, then thanks, the reasons, and a way to change it. */
export const votePages = ({ knowledge, castVote }: VotePagesDeps) =>
  new Hono<PageEnv>().post("/votes/", formBody(VoteForm), async (c) => {
    const { [HONEYPOT]: trap, reason: chosen, ...form } = c.req.valid("form");
    refuseFilled(trap);
    const answered = form.answered === "yes";
    // The form shows the reasons for both answers; one that belongs to the other is not counted.
    const reason = chosen && fitsAnswer(answered, chosen) ? chosen : undefined;
    const voter = { ipKey: c.get("visitor").ipKey, ensureId: () => ensureVisitor(c) };
    await castVote(voter, { ...form, answered, reason });
    const article = knowledge.current().articles.get(form.articleId);
    if (!article) throw new AppError("not_found", t.theArticleIsGone);
    return sendPage(c, votedPage(article, answered, Boolean(reason ?? form.comment)));
  });

const votedPage = (article: KnowledgeArticle, answered: boolean, told: boolean): Page =>
  thanksPage({
    said: answered ? "yes" : "no",
    crumb: html`<p class="crumb">
      <a href="${article.url}">${backIcon}<span ${langOf(article)}>${article.title}</span></a>
    </p>`,
    lede: told ? t.whatYouWroteHelps : t.oneWordMoreHelps,
    reasons: told ? null : reasonsForm(article.id, answered),
    change: { action: "/votes/", fields: votedFields(article.id, !answered) },
    links: html`<a href="${article.url}">${t.backToTheArticle}</a>
      ${answered ? "" : html`<a href="/contact/?article=${article.id}">${t.talkToAPerson}</a>`}`,
  });

const reasonWords = (): Record<VoteReason, string> => ({
  accurate: t.itWasAccurate,
  solved: t.itSolvedMyProblem,
  easy: t.itWasEasyTo,
  not_accurate: t.notAccurate,
  missing: t.somethingIsMissing,
  hard_to_follow: t.hardToFollow,
  out_of_date: t.outOfDate,
  not_my_problem: t.notMyProblem,
});

const reasonsForm = (articleId: string, answered: boolean): Html =>
  html`<form class="stacked" method="post" action="/votes/">
    ${votedFields(articleId, answered)}
    <fieldset>
      <legend>${answered ? t.whatHelped : t.whatWasWrongWith}</legend>
      ${(answered ? YES_REASONS : NO_REASONS).map(
        (reason) =>
          html`<label><input type="radio" name="reason" value="${reason}" /> ${reasonWords()[reason]}</label> `,
      )}
    </fieldset>
    <label class="stack">
      ${answered ? t.anythingToAdd : t.whatDidYouHope}
      <textarea name="comment" rows="3" maxlength="2000"></textarea>
    </label>
    ${
      answered
        ? ""
        : html`<label class="stack">
            ${t.yourEMailAddress}
            <input name="email" type="email" autocomplete="email" maxlength="254" />
          </label>`
    }
    <p><button class="btn main" type="submit">${t.send}</button></p>
  </form>`;

const votedFields = (articleId: string, answered: boolean): Html =>
  html`<input type="hidden" name="articleId" value="${articleId}" /><input
      type="hidden"
      name="answered"
      value="${answered ? "yes" : "no"}"
    />${trapField}`;
