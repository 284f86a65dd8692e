import { useSignal } from "@preact/signals";
import type { CaseEvidence } from "#server/features/desk/case-content.schema.ts";
import type { CaseDetail, Delivery } from "#server/features/desk/desk.schema.ts";
import { Icon } from "#site/islands/icon.tsx";
import { sayWhen } from "#site/islands/when.ts";
import { toProblem } from "#site/problem.ts";
import { ArticleLink } from "./article-link.tsx";
import { CaseArticles } from "./case-articles.tsx";
import { ConnectionLink } from "./case-check.tsx";
import { caseContext } from "./case-context.ts";
import { NearCases } from "./case-near.tsx";
import { openCase } from "./cases.ts";
import { sendAgain } from "./desk-api.ts";
import { Fact } from "./fact.tsx";
import { Notice } from "./notice.tsx";
import { sayCount } from "./report-words.ts";

const LANGUAGES = new Intl.DisplayNames("en", { type: "language" });

type Props = { shown: CaseDetail; evidence: CaseEvidence | null };

/** Who asked, from where, what helps to answer, and what the hub sent about it. */
export function CaseSide({ shown, evidence }: Props) {
  const { value, problem } = caseContext.state.value;
  const context = value?.caseId === shown.id ? value : null;
  return (
    <div class="case-side">
      <section aria-labelledby="who-h">
        <h3 id="who-h">Who</h3>
        <dl class="kv">
          {shown.name && (
            <Fact name="Name">
              <bdi>{shown.name}</bdi>
            </Fact>
          )}
          <Fact name="E-mail">{shown.email}</Fact>
          {shown.language && <Fact name="Reads">{LANGUAGES.of(shown.language) ?? shown.language}</Fact>}
          {shown.articleId && (
            <Fact name="Article">
              <ArticleLink id={shown.articleId} article={shown.article} />
            </Fact>
          )}
          {shown.url && <Fact name="Page">{shown.url}</Fact>}
          {shown.bookingOpenedAt && <Fact name="Opened the booking link">{sayWhen(shown.bookingOpenedAt)}</Fact>}
          {evidence?.connections.map((connection) => (
            <Fact key={connection.id} name="Connection">
              <ConnectionLink connection={connection} />
            </Fact>
          ))}
        </dl>
      </section>
      {problem && !context && <Notice>{problem.message}</Notice>}
      {!context && !problem && <p class="small">Looking for articles and cases like this.</p>}
      {context && !shown.mergedInto && <CaseArticles shown={shown} context={context} />}
      {context && <NearCases context={context} />}
      <section aria-labelledby="sent-h">
        <h3 id="sent-h">Sent by this hub</h3>
        {shown.deliveries.length === 0 && (
          <p>Nothing: neither mail nor webhook is set up. They see replies on their receipt.</p>
        )}
        <ul class="plain">
          {shown.deliveries.map((delivery) => (
            <DeliveryLine key={delivery.id} delivery={delivery} />
          ))}
        </ul>
      </section>
    </div>
  );
}

const MARKS = { sent: "ok", waiting: "unknown", dead: "failed" } as const;
const WORDS = { sent: "sent", waiting: "waiting", dead: "given up" };

function DeliveryLine({ delivery }: { delivery: Delivery }) {
  const problem = useSignal<string | null>(null);
  const retry = () =>
    sendAgain(delivery.id)
      .then(openCase.reload)
      .catch((error: unknown) => (problem.value = toProblem(error).message));
  return (
    <li class={`is-${MARKS[delivery.state]}`}>
      <Icon name={`m-${MARKS[delivery.state]}`} class="mark" /> {delivery.kind}
      {delivery.to && ` to ${delivery.to}`}: {WORDS[delivery.state]}
      {delivery.state !== "sent" && delivery.attempts > 0 && `, tried ${sayCount(delivery.attempts, "time", "times")}`}
      {delivery.state === "waiting" && delivery.nextAt && `, next at ${sayWhen(delivery.nextAt)}`}
      {delivery.lastError && delivery.state !== "sent" && <span class="small"> {delivery.lastError} </span>}
      {delivery.state === "dead" && (
        <button class="text-btn" type="button" onClick={() => void retry()}>
          Send again
        </button>
      )}
      {problem.value && <Notice>{problem.value}</Notice>}
    </li>
  );
}
