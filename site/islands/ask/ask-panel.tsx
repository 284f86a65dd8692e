import { signal, useSignal } from "@preact/signals";
import { useEffect, useLayoutEffect, useRef } from "preact/hooks";
import type { AskAbout } from "#server/features/ask/ask.schema.ts";
import type { OpenArticle } from "../article.ts";
import { foreign } from "../foreign.ts";
import { Icon } from "../icon.tsx";
import { currentSection, SECTION_CHANGED } from "../toc.ts";
import { AskForm } from "./ask-form.tsx";
import { askNewQuestion, askQuestion, says } from "./ask-question.ts";
import { focusField, focusThread } from "./focus.ts";
import { personLink } from "./sources.ts";
import { questionFor, turns } from "./thread.ts";
import { TurnView } from "./turn-view.tsx";
import { askWords as t } from "./ask.words.ts";

/** Who reads questions; null until the server has said so. */
export const about = signal<AskAbout | null>(null);

type Props = { article: OpenArticle | null; starters: string[]; close: () => void };

/** What stands in the panel. */
export function AskPanel({ article, starters, close }: Props) {
  const section = useSection();
  const last = turns.value.at(-1);
  return (
    <>
      <header>
        <h2 id="ask-h" tabIndex={-1}>
          {t.ask}
        </h2>
        <p class="small">
          {article && (
            <>
              {t.about} <b {...foreign(article.element.lang)}>{article.title}</b>
              {section && `, ${section}`}
            </>
          )}
        </p>
        <div class="ask-tools">
          {last && (
            <button class="text-btn" type="button" onClick={startAfresh}>
              {t.newQuestion}
            </button>
          )}
          <button class="icon-btn" type="button" aria-label={t.closeAsk} onClick={close}>
            <Icon name="i-close" />
          </button>
        </div>
      </header>
      <Thread articleId={article?.id} starters={starters} />
      <AskForm />
      <p class="ask-foot small">
        {sayReader(about.value)} <a href={personLink(last ? questionFor(last) : "", article?.id)}>{t.talkToAPerson}</a>
      </p>
      <p class="sr" role="status">
        {says.value}
      </p>
    </>
  );
}

/** The title of the section that is being read. */
function useSection(): string | undefined {
  const title = useSignal(currentSection()?.title);
  useEffect(() => {
    const look = (): void => void (title.value = currentSection()?.title);
    document.addEventListener(SECTION_CHANGED, look);
    return () => document.removeEventListener(SECTION_CHANGED, look);
  }, []);
  return title.value;
}

function startAfresh(): void {
  askNewQuestion();
  focusField();
}

function sayReader(reader: AskAbout | null): string {
  const checked = t.everySentenceIsChecked;
  if (!reader) return checked;
  const written = reader.mode === "extractive" ? t.answersAreTheArticles : checked;
  if (reader.provider) return t.questionsAreReadBy(written, reader.provider);
  return reader.staysHere ? t.questionsStayOnThis(written) : written;
}

function Thread({ articleId, starters }: { articleId: string | undefined; starters: string[] }) {
  const log = useRef<HTMLDivElement>(null);
  const newest = turns.value.at(-1)?.key;
  // A new question goes to the top of the panel; after that the reader scrolls.
  useEffect(() => {
    const turn = log.current?.querySelector<HTMLElement>(`[data-turn="${newest}"]`);
    if (log.current && turn) log.current.scrollTop = turn.offsetTop - log.current.offsetTop;
  }, [newest]);
  useFollowEnd(log);
  return (
    // Not live: it would be read out with every sentence. One region says that an answer is being written, and is ready.
    <div
      id="ask-log"
      class="thread"
      role="log"
      aria-live="off"
      aria-label={t.questionsAndAnswers}
      tabIndex={0}
      ref={log}
    >
      {turns.value.length === 0 && <Starters questions={starters} />}
      {turns.value.map((turn) => (
        <TurnView key={turn.key} turn={turn} articleId={articleId} />
      ))}
    </div>
  );
}

const NEAR_PX = 90;
/** Keeps the end in view while an answer grows, for a reader who is at the end. */
function useFollowEnd(log: { current: HTMLDivElement | null }): void {
  const height = useRef(0);
  useLayoutEffect(() => {
    const box = log.current;
    if (!box) return;
    const wasAtEnd = height.current - box.scrollTop - box.clientHeight < NEAR_PX;
    if (wasAtEnd && height.current > box.clientHeight) box.scrollTop = box.scrollHeight;
    height.current = box.scrollHeight;
  });
}

function askStarter(question: string): void {
  askQuestion(question);
  focusThread(); // the starters are gone
}

function Starters({ questions }: { questions: string[] }) {
  return (
    <div class="starters">
      <p>{t.askInYourOwn}</p>
      {questions.length > 0 && (
        <ul class="near flush">
          {questions.map((question) => (
            <li key={question}>
              <button class="text-btn" type="button" onClick={() => askStarter(question)}>
                {question}
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
