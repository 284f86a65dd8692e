import { signal } from "@preact/signals";
import type { Answer, SentenceEvent } from "#server/features/ask/ask.schema.ts";
import { linkOf, nameSource } from "../ask/sources.ts";
import { CodeBlock } from "../code-block.tsx";
import { foreign } from "../foreign.ts";
import { askOnce, readAskAbout } from "../calls.ts";
import { escalateWords as t } from "./escalate.words.ts";

/** "Perhaps this is already it": an answer, offered before sending and never in the way. */
const offer = signal<Answer | null>(null);
/** A question that waits for a press, because another company's model would read it. */
const waiting = signal<{ question: string; provider: string } | null>(null);

const SETTLED_MS = 1500;
const LONG_ENOUGH = 15;
const MOST = 3;
const asked = new Set<string>();
let settling: ReturnType<typeof setTimeout> | undefined;
let running = new AbortController();

/** Looks for an answer once the message has stood still for a while. */
export function considerMessage(message: string, articleId: string | undefined): void {
  clearTimeout(settling);
  running.abort();
  const question = message.trim().slice(0, 500);
  if (!question) offer.value = waiting.value = null;
  if (question.length < LONG_ENOUGH || asked.has(question) || asked.size >= MOST) return;
  settling = setTimeout(() => void look(question, articleId), SETTLED_MS);
}

async function look(question: string, articleId: string | undefined): Promise<void> {
  const about = await readAskAbout().catch(() => null);
  if (!about) return;
  if (about.provider) waiting.value = { question, provider: about.provider };
  else await askForOffer(question, articleId);
}

async function askForOffer(question: string, articleId: string | undefined): Promise<void> {
  asked.add(question);
  waiting.value = null;
  running = new AbortController();
  // Without an answer there is nothing to offer, and nothing to say about it.
  const answer = await askOnce({ question, articleId }, running.signal).catch(() => null);
  offer.value = answer && answer.verdict !== "unanswered" && answer.sentences.length > 0 ? answer : null;
}

/** What was pressed is gone with the press: the form goes on below it. */
const goOn = (): void => document.getElementById("along")?.focus();

const SHOWN = 2;

/** The first sentences, with the code that they announce. */
function beginOf(sentences: SentenceEvent[]): SentenceEvent[] {
  const next = sentences.filter(({ code }) => !code)[SHOWN];
  return next ? sentences.slice(0, sentences.indexOf(next)) : sentences;
}

/** Sentences that follow one another are one paragraph; code stands by itself. */
function joinWords(sentences: SentenceEvent[]): Pick<SentenceEvent, "text" | "code">[] {
  const joined: Pick<SentenceEvent, "text" | "code">[] = [];
  for (const { text, code } of sentences) {
    const before = joined.at(-1);
    if (before && !before.code && !code) joined[joined.length - 1] = { text: `${before.text} ${text}` };
    else joined.push({ text, ...(code && { code }) });
  }
  return joined;
}

export function First({ articleId }: { articleId: string | undefined }) {
  if (waiting.value) {
    const { question, provider } = waiting.value;
    const press = (): void => {
      void askForOffer(question, articleId);
      goOn();
    };
    return (
      <p class="small">
        <button class="text-btn" type="button" onClick={press}>
          {t.lookWhetherTheArticles}
        </button>{" "}
        {t.yourMessageWouldBe(provider)}
      </p>
    );
  }
  if (!offer.value) return null;
  const { sentences, sources } = offer.value;
  const shown = beginOf(sentences);
  const decline = (): void => {
    offer.value = null;
    goOn();
  };
  const cited = sources.filter(({ n }) => shown.some(({ citations }) => citations.includes(n)));
  return (
    <aside class="note" aria-labelledby="first-h">
      <b class="side" aria-hidden="true">
        {t.first}
      </b>
      <h2 class="note-t" id="first-h">
        {t.perhapsThisIsAlready}
      </h2>
      {joinWords(shown).map(({ text, code }, at) =>
        code ? (
          <CodeBlock key={at} lines={text} />
        ) : (
          <p key={at} dir="auto">
            {text}
          </p>
        ),
      )}
      <ul class="plain read-next">
        {cited.map((source) => (
          <li key={source.n}>
            <a href={linkOf(source)} {...foreign(source.language)}>
              {nameSource(source).section}
            </a>
          </li>
        ))}
      </ul>
      <p>
        <button class="text-btn" type="button" onClick={decline}>
          {t.noThatIsNot}
        </button>
      </p>
      <p class="small">{t.yourWordsWereLooked}</p>
    </aside>
  );
}
