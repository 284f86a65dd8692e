import { html } from "hono/html";
import type { Answer, NearSource, SentenceEvent } from "#server/features/ask/ask.schema.ts";
import { type Cited, citedInOrder } from "#server/features/ask/cited.values.ts";
import { leadsOn, readPreface } from "#server/features/ask/preface.values.ts";
import { quotedFrom } from "#server/features/ask/quoted-from.values.ts";
import { langOf } from "./marks.ts";
import type { Html } from "./shell.ts";
import { askPageWords as t } from "./ask-page.words.ts";

/** The verdict, the sentences with their numbers, the sources, and the sections that come nearest. */
export const answerParts = (answer: Answer): Html =>
  html`${saidAnswer(answer)} ${sourceList(answer)} ${nearestList(answer)}`;

const MARKS = { answered: "v-full", partial: "v-half", unanswered: "v-none" };

function saidAnswer({ verdict, mode, sources, sentences }: Answer): Html {
  // the articles' own words are in the language of their article
  const languageOf = (list: SentenceEvent[], at: number) =>
    mode === "extractive" ? sources.find(({ n }) => n === quotedFrom(list, at))?.language : undefined;
  const cited = citedInOrder({ sources, sentences });
  const said = (list: SentenceEvent[]) =>
    html`<div class="answer">${list.map((each, at) => saidSentence(each, cited, languageOf(list, at)))}</div>`;
  if (verdict === "answered" && sources.length === 0) return said(sentences); // a greeting is no answer
  const preface = readPreface(sentences);
  const rest = sentences.slice(preface.length);
  // Where the articles' words stand in for a model that broke off, what it wrote stands before them.
  const isQuoted = mode === "extractive" && rest.every(({ citations }) => citations.length > 0);
  const words = {
    answered: isQuoted ? t.fromTheArticlesWord : t.answeredFromTheArticles,
    partial: t.partlyAnswered,
    unanswered: t.notFound,
  };
  // The first sentence of an answer that there is not says the same as its verdict.
  const more = verdict === "unanswered" ? preface.slice(1) : preface;
  return html`<p class="verdict">
      <svg class="mark" aria-hidden="true"><use href="/icons.svg#${MARKS[verdict]}"></use></svg>
      <b>${words[verdict]}</b>
      ${more.map(({ text }) => text).join(" ")}
    </p>
    ${said(rest)}`;
}

function saidSentence(sentence: SentenceEvent, cited: Cited[], language?: string): Html {
  const { text, citations, code } = sentence;
  if (code)
    return html`<div class="said">
      <div class="code" dir="ltr">
        <pre tabindex="0"><code>${text}</code></pre>
      </div>
    </div>`;
  if (citations.length === 0)
    return html`<p class="said gap${leadsOn(sentence) ? " leads" : ""}" ${langOf({ language })}>${text}</p>`;
  const at = text.lastIndexOf(" ") + 1; // the last word and the numbers stay on one line
  const own = cited.filter(({ n }) => citations.includes(n));
  return html`<p class="said" ${langOf({ language })}>
    ${text.slice(0, at)}<span class="tail"
      >${text.slice(at)}${own.map(({ shown, url, title }) => html`<a class="cite" href="${url}" aria-label="${t.source(shown, title)}">${shown}</a>`)}</span
    >
  </p>`;
}

function sourceList(answer: Answer): Html {
  const cited = citedInOrder(answer);
  if (cited.length === 0) return html``;
  return html`<h2 id="sources">${t.sources}</h2>
    <ol class="srcs">
      ${cited.map(({ url, title, language }) => html`<li><a href="${url}" ${langOf({ language })}>${title}</a></li>`)}
    </ol>`;
}

const nearestList = ({ nearest }: Answer): Html =>
  nearest.length === 0
    ? html``
    : html`<h2 id="nearest">${t.nearestSections}</h2>
        <ul class="near">
          ${nearest.map(nearItem)}
        </ul>`;

const nearItem = ({ url, title, language, excerpt }: NearSource): Html =>
  html`<li>
    <a href="${url}" ${langOf({ language })}>${title}</a>
    ${excerpt && html`<p ${langOf({ language })}>${excerpt}</p>`}
  </li>`;
