import type { SentenceEvent, Source } from "#server/features/ask/ask.schema.ts";
import { citedInOrder, type Cited } from "#server/features/ask/cited.values.ts";
import { leadsOn, readPreface } from "#server/features/ask/preface.values.ts";
import { quotedFrom } from "#server/features/ask/quoted-from.values.ts";
import { CodeBlock } from "../code-block.tsx";
import { foreign } from "../foreign.ts";
import { Icon } from "../icon.tsx";
import { Again } from "./again.tsx";
import { Nearest, Sources } from "./source-lists.tsx";
import { linkOf, nameSource } from "./sources.ts";
import { isRemark, isRunning, type Turn } from "./thread.ts";
import { askWords as t } from "./ask.words.ts";

/** The sentences on the rail, after a verdict in words, with their sources. */
export function Answer({ turn }: { turn: Turn }) {
  const { done, state, sentences } = turn;
  const cited = citedInOrder(turn);
  const preface = readPreface(sentences);
  const verdict = isRemark(turn) ? undefined : done;
  const said = verdict ? sentences.slice(preface.length) : sentences;
  const languageOf = (at: number) =>
    done?.mode === "extractive" ? turn.sources.find(({ n }) => n === quotedFrom(said, at))?.language : undefined;
  return (
    <div class="answer" data-verdict={done?.verdict ?? state}>
      {isRunning(turn) && <Reading sources={turn.sources} />}
      {verdict && <Verdict {...verdict} said={preface.map(({ text }) => text)} quoted={isQuoted(turn)} />}
      {said.map((sentence, at) => (
        <Sentence key={at} {...sentence} cited={cited} language={languageOf(at)} />
      ))}
      {isRunning(turn) && turn.sources.length > 0 && (
        <p class="said held">
          <span class="pulse" aria-hidden="true" />
          {sentences.length > 0 ? t.holdingTheNext : t.holdingTheFirst}
        </p>
      )}
      {(state === "stopped" || state === "failed") && (
        <p class="said gap">
          {sayGap(turn)} <Again turn={turn} />
        </p>
      )}
      {cited.length > 0 && <Sources title={isRunning(turn) ? t.sourcesSoFar : t.sources} sources={cited} />}
      {done && done.nearest.length > 0 && <Nearest sources={done.nearest} />}
    </div>
  );
}

function sayGap({ failure, sentences }: Turn): string {
  if (failure) return failure.says;
  return sentences.length > 0 ? t.itWasStoppedHere : t.itWasStoppedBefore;
}

const MARKS = { answered: "v-full", partial: "v-half", unanswered: "v-none" } as const;

/** Where the articles' words stand in for a model that broke off, what it wrote stands before them. */
function isQuoted({ done, sentences }: Turn): boolean {
  const rest = sentences.slice(readPreface(sentences).length);
  return done?.mode === "extractive" && rest.every(({ citations }) => citations.length > 0);
}

function Verdict({ verdict, said, quoted }: NonNullable<Turn["done"]> & { said: string[]; quoted: boolean }) {
  const words = {
    answered: quoted ? t.fromTheArticlesWord : t.answeredFromTheArticles,
    partial: t.partlyAnswered,
    unanswered: t.notFound,
  };
  // The first sentence of an answer that there is not says the same as its verdict.
  const more = verdict === "unanswered" ? said.slice(1) : said;
  return (
    <p class="verdict">
      <Icon name={MARKS[verdict]} class="mark" />
      <b>{words[verdict]}</b> {more.join(" ")}
    </p>
  );
}

const SHOWN = 4;
function Reading({ sources }: { sources: Source[] }) {
  if (sources.length === 0) return <p class="reading small">{t.lookingForTheArticles}</p>;
  const shown = sources.slice(0, SHOWN);
  const more = sources.length - shown.length;
  return (
    <p class="reading small">
      {t.reading}
      {shown.map((source, at) => (
        <span key={source.n}>
          {at > 0 && ", "}
          <a href={linkOf(source)} {...foreign(source.language)}>
            {nameSource(source).section}
          </a>
        </span>
      ))}
      {more > 0 && t.andMore(more)}
    </p>
  );
}

type Said = SentenceEvent & { cited: Cited[]; language: string | undefined };
function Sentence({ cited, language, ...sentence }: Said) {
  const { text, citations, code } = sentence;
  if (code)
    return (
      <div class="said">
        <CodeBlock lines={text} />
      </div>
    );
  // The last word stays with its numbers, so that none stands alone on a line.
  const at = text.lastIndexOf(" ") + 1;
  return (
    <p class={citations.length > 0 ? "said" : leadsOn(sentence) ? "said gap leads" : "said gap"} {...foreign(language)}>
      {text.slice(0, at)}
      <span class="tail">
        {text.slice(at)}
        {cited
          .filter(({ n }) => citations.includes(n))
          .map((source) => (
            <a key={source.n} class="cite" href={linkOf(source)} aria-label={t.source(source.shown, source.title)}>
              {source.shown}
            </a>
          ))}
      </span>
    </p>
  );
}
