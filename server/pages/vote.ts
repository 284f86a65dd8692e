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
import { backIcon, optionalField, refuseFilled, trapField } from "./forms.ts";
import { sendPage, type Html, type Page, type PageEnv } from "./shell.ts";
import { thanksPage } from "./vote-thanks.ts";

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
    if (!article) throw new AppError("not_found", "The article is gone.");
    return sendPage(c, votedPage(article, answered, Boolean(reason ?? form.comment)));
  });

const votedPage = (article: KnowledgeArticle, answered: boolean, told: boolean): Page =>
  thanksPage({
    said: answered ? "Yes" : "No",
    crumb: html`<p class="crumb"><a href="${article.url}">${backIcon}${article.title}</a></p>`,
    lede: told ? "What you wrote helps to mend the article." : "One word more helps to mend the article, if you like.",
    reasons: told ? null : reasonsForm(article.id, answered),
    change: { action: "/votes/", fields: votedFields(article.id, !answered) },
    links: html`<a href="${article.url}">Back to the article</a>
      ${answered ? "" : html`<a href="/contact/?article=${article.id}">Talk to a person now</a>`}`,
  });

const REASONS: Record<VoteReason, string> = {
  accurate: "It was accurate",
  solved: "It solved my problem",
  easy: "It was easy to follow",
  not_accurate: "Not accurate",
  missing: "Something is missing",
  hard_to_follow: "Hard to follow",
  out_of_date: "Out of date",
  not_my_problem: "Not my problem",
};

const reasonsForm = (articleId: string, answered: boolean): Html =>
  html`<form class="stacked" method="post" action="/votes/">
    ${votedFields(articleId, answered)}
    <fieldset>
      <legend>${answered ? "What helped?" : "What was wrong with it?"}</legend>
      ${(answered ? YES_REASONS : NO_REASONS).map(
        (reason) => html`<label><input type="radio" name="reason" value="${reason}" /> ${REASONS[reason]}</label> `,
      )}
    </fieldset>
    <label class="stack">
      ${answered ? "Anything to add?" : "What did you hope to find?"}
      <textarea name="comment" rows="3" maxlength="2000"></textarea>
    </label>
    ${
      answered
        ? ""
        : html`<label class="stack">
            Your e-mail address, to hear when it is fixed
            <input name="email" type="email" autocomplete="email" maxlength="254" />
          </label>`
    }
    <p><button class="btn main" type="submit">Send</button></p>
  </form>`;

const votedFields = (articleId: string, answered: boolean): Html =>
  html`<input type="hidden" name="articleId" value="${articleId}" /><input
      type="hidden"
      name="answered"
      value="${answered ? "yes" : "no"}"
    />${trapField}`;
