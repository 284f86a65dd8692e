import type { CaseEvidence } from "#server/features/desk/case-content.schema.ts";
import type { CaseDetail } from "#server/features/desk/desk.schema.ts";
import { sayWhen } from "#site/islands/when.ts";
import { ArticleLink } from "./article-link.tsx";
import { CaseArticles } from "./case-articles.tsx";
import { ConnectionLink } from "./case-check.tsx";
import { caseContext } from "./case-context.ts";
import { CaseDone } from "./case-done.tsx";
import { Deliveries } from "./case-deliveries.tsx";
import { NearCases } from "./case-near.tsx";
import { Fact } from "./fact.tsx";
import { Notice } from "./notice.tsx";

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
          {shown.url && (
            <Fact name="Page">
              <a href={shown.url}>{shown.url}</a>
            </Fact>
          )}
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
      {context && <CaseDone done={context.done} />}
      <section aria-labelledby="sent-h">
        <h3 id="sent-h">Sent by this hub</h3>
        {shown.deliveries.length === 0 && (
          <p>Nothing: neither mail nor webhook is set up. They see replies on their receipt.</p>
        )}
        <Deliveries deliveries={shown.deliveries} />
      </section>
    </div>
  );
}
