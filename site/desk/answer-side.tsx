import type { AnswerDetail } from "#server/features/desk/answers.schema.ts";
import { ArticleLink } from "./article-link.tsx";
import { sayHelped } from "./answer-words.ts";
import { Fact } from "./fact.tsx";
import { follow, hrefOf } from "./place.ts";

const seconds = (ms: number): string => (ms < 1000 ? `${ms} ms` : `${(ms / 1000).toFixed(1)} s`);

/** Who wrote it, from what, how long it took and what it cost; and the thread that it is in. */
export const AnswerSide = ({ shown }: { shown: AnswerDetail }) => (
  <div class="case-side">
    <section aria-labelledby="made-h">
      <h3 id="made-h">How it was made</h3>
      <dl class="kv">
        <Fact name="Helped">{sayHelped(shown) || "nobody said"}</Fact>
        <Fact name="Written by">{shown.model ?? "the articles’ own words"}</Fact>
        {shown.cached && <Fact name="Cost">nothing: written before, for the same question</Fact>}
        {shown.usage && (
          <Fact name="Tokens">
            {shown.usage.promptTokens} read, {shown.usage.completionTokens} written
          </Fact>
        )}
        {shown.firstMs !== null && <Fact name="First words">after {seconds(shown.firstMs)}</Fact>}
        {shown.wholeMs !== null && <Fact name="The end">after {seconds(shown.wholeMs)}</Fact>}
        {shown.confidence !== null && <Fact name="Sure">{Math.round(shown.confidence * 100)} %</Fact>}
        {shown.articleId && (
          <Fact name="Asked on">
            <ArticleLink id={shown.articleId} article={shown.article} />
          </Fact>
        )}
        {shown.knowledgeVersion && (
          <Fact name="Articles">
            <span class="ref">{shown.knowledgeVersion}</span>
          </Fact>
        )}
      </dl>
    </section>
    {shown.thread.length > 1 && <Thread thread={shown.thread} here={shown.id} />}
  </div>
);

const Thread = ({ thread, here }: { thread: AnswerDetail["thread"]; here: string }) => (
  <section aria-labelledby="thread-h">
    <h3 id="thread-h">In one thread</h3>
    <ol>
      {thread.map(({ id, question }) => (
        <li key={id}>
          <a
            href={hrefOf({ answerId: id })}
            aria-current={id === here ? "true" : undefined}
            onClick={(event) => follow(event, { answerId: id })}
          >
            {question}
          </a>
        </li>
      ))}
    </ol>
  </section>
);
