import { Hono } from "hono";
import { html } from "hono/html";
import { z } from "zod";
import { ArticleId } from "#content/schema.ts";
import type { Visitor } from "#server/core/context.ts";
import { queryParams } from "#server/core/validate.ts";
import type { Answer, AskAbout, AskInput, SentenceEvent, Source } from "#server/features/ask/ask.schema.ts";
import { QUESTION_MAX } from "#server/features/ask/ask.values.ts";
import { sendPage, type Html, type Page, type PageEnv } from "./shell.ts";

export type AskPagesDeps = {
  about: AskAbout;
  /** @throws AppError "limited", or "not_found" for an article that is not there. */
  answer: (input: AskInput, visitor: Visitor, signal: AbortSignal) => Promise<Answer>;
};

const Query = z.object({
  q: z.string().trim().max(QUESTION_MAX).optional(),
  article: ArticleId.optional().catch(undefined),
  thread: z.string().max(80).optional(),
});

/** `/ask/?q=…`: a question and its answer for readers without script. */
export const askPages = ({ about, answer }: AskPagesDeps) =>
  new Hono<PageEnv>().get("/ask/", queryParams(Query), async (c) => {
    const { q, article: articleId, thread } = c.req.valid("query");
    if (!q || q.length < 2) return sendPage(c, questionPage(about));
    const given = await answer({ question: q, articleId, thread }, c.get("visitor"), c.req.raw.signal);
    return sendPage(c, answerPage(about, q, given));
  });

const questionPage = (about: AskAbout): Page => ({
  title: "Ask",
  page: "ask",
  main: html`<header class="title">
      <h1>Ask</h1>
      <p class="lede">Ask in your own words. The answer comes from the articles, and each sentence says from where.</p>
    </header>
    ${askForm("Your question")}
    <p class="small">${sayWhoReads(about)} <a href="/contact/">Ask a person</a></p>`,
});

const answerPage = (about: AskAbout, question: string, answer: Answer): Page => ({
  title: question,
  page: "ask",
  main: html`<header class="title"><h1>${question}</h1></header>
    ${saidAnswer(answer)} ${sourceList(answer)}
    ${
      answer.nearest.length > 0
        ? html`<h2 id="nearest">Nearest sections</h2>
            <ul class="near">
              ${answer.nearest.map(({ url, title }) => html`<li><a href="${url}">${title}</a></li>`)}
            </ul>`
        : ""
    }
    <p class="handover">
      <a class="btn" href="/contact/?${new URLSearchParams({ question })}">Ask a person this</a>
      <span class="small">Your question goes along.</span>
    </p>
    <h2 id="again">Ask again</h2>
    ${askForm("A follow-up, or another question", answer.thread)}
    <p class="small">${sayWhoReads(about)} <a href="/ask/">New question</a></p>`,
});

const askForm = (label: string, thread?: string): Html =>
  html`<form class="find-again field-row" action="/ask/" method="get">
    <label class="sr" for="ask-q">${label}</label>
    <input id="ask-q" name="q" required minlength="2" maxlength="${QUESTION_MAX}" placeholder="${label}" />
    ${thread ? html`<input type="hidden" name="thread" value="${thread}" />` : ""}
    <button class="btn main" type="submit">Ask</button>
  </form>`;

const sayWhoReads = ({ mode, provider }: AskAbout): string => {
  if (mode === "extractive") return "Answers are the articles' own sentences. Your question stays on this hub.";
  return provider
    ? `Questions are read by a model at ${provider}. Every sentence is checked against its source before you see it.`
    : "A model of this hub writes the answer. Every sentence is checked against its source before you see it.";
};

const MARKS = { answered: "v-full", partial: "v-half", unanswered: "v-none" };

/** What the articles do not say, the hub says in a first sentence of its own: that is the verdict. */
function saidAnswer({ verdict, sources, sentences }: Answer): Html {
  const [first, ...rest] = sentences;
  const said = (list: SentenceEvent[]) =>
    html`<div class="answer">${list.map((each) => saidSentence(each, sources))}</div>`;
  const isRemark = verdict === "answered" && sources.length === 0; // a greeting is no answer from the articles
  if (isRemark) return said(sentences);
  const own = verdict !== "answered" && first?.citations.length === 0 ? first.text : null;
  const words = own ?? (verdict === "answered" ? "Answered from the articles." : "Partly answered.");
  return html`<p class="verdict">
      <svg class="mark" aria-hidden="true"><use href="/icons.svg#${MARKS[verdict]}"></use></svg> <b>${words}</b>
    </p>
    ${said(own ? rest : sentences)}`;
}

function saidSentence({ text, citations }: SentenceEvent, sources: Source[]): Html {
  if (citations.length === 0) return html`<p class="said gap">${text}</p>`;
  const at = text.lastIndexOf(" ") + 1; // the last word and the numbers stay on one line
  const cited = sources.filter(({ n }) => citations.includes(n));
  return html`<p class="said">
    ${text.slice(0, at)}<span class="tail"
      >${text.slice(at)}${cited.map(({ n, url, title }) => html`<a class="cite" href="${url}" aria-label="Source ${n}: ${title}">${n}</a>`)}</span
    >
  </p>`;
}

function sourceList({ sources, sentences }: Answer): Html {
  const cited = sources.filter(({ n }) => sentences.some(({ citations }) => citations.includes(n)));
  if (cited.length === 0) return html``;
  return html`<h2 id="sources">Sources</h2>
    <ol class="srcs">
      ${cited.map(({ n, url, title }) => html`<li value="${n}"><a href="${url}">${title}</a></li>`)}
    </ol>`;
}
