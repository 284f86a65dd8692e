import type { ComponentChildren } from "preact";
import type { ArticleDetail } from "#server/features/articles/articles.schema.ts";
import { sayWhen } from "#site/islands/when.ts";
import { VERDICTS } from "./answer-words.ts";
import { REASONS, sayShare } from "./article-words.ts";
import { BEGINNING, follow, hrefOf, type Place } from "./place.ts";

type Evidence = ArticleDetail["evidence"];

/** What stands behind the numbers, as links into the desk. A writer reads questions here, and sees no cases. */
export const ArticleEvidence = ({ shown: { evidence, url }, role }: { shown: ArticleDetail; role: string }) => (
  <>
    <Part id="ev-votes" title="What voters said" empty="No voter wrote a comment.">
      {evidence.comments.map((said) => (
        <Comment key={`${said.at} ${said.comment}`} said={said} />
      ))}
    </Part>
    <WhyNot reasons={evidence.reasons} />
    <Part id="ev-steps" title="Steps that failed" empty="Nobody said that a step failed.">
      {evidence.steps.map((step) => (
        <Step key={step.id} step={step} url={url} />
      ))}
    </Part>
    <Part id="ev-answers" title="Answers that were none, or no good" empty="Nobody was left without a good answer.">
      {evidence.answers.map((answer) => (
        <Answer key={answer.id} answer={answer} linked={role !== "writer"} />
      ))}
    </Part>
    {evidence.cases ? (
      <Part id="ev-cases" title="Cases" empty="Nobody needed a person because of it.">
        {evidence.cases.map((each) => (
          <Case key={`${each.id} ${each.how}`} shown={each} />
        ))}
      </Part>
    ) : (
      <section aria-labelledby="ev-cases">
        <h3 id="ev-cases">Cases</h3>
        <p class="small">Agents see the cases behind this number.</p>
      </section>
    )}
  </>
);

type PartProps = { id: string; title: string; empty: string; children: ComponentChildren[] };

const Part = ({ id, title, empty, children }: PartProps) => (
  <section aria-labelledby={id}>
    <h3 id={id}>{title}</h3>
    {children.length === 0 ? <p class="small">{empty}</p> : <ul class="plain evidence">{children}</ul>}
  </section>
);

const Comment = ({ said }: { said: Evidence["comments"][number] }) => (
  <li>
    <span class="as-typed">{said.comment}</span>{" "}
    <span class="small">
      {said.answered ? "Yes" : "No"}, {sayWhen(said.at)}
      {!said.sameVersion && ", of an earlier version"}
    </span>
  </li>
);

function WhyNot({ reasons }: Pick<Evidence, "reasons">) {
  const no = reasons.filter(({ answered }) => !answered);
  if (no.length === 0) return null;
  return (
    <section aria-labelledby="ev-reasons">
      <h3 id="ev-reasons">Why they voted No</h3>
      <p class="small">{no.map(({ reason, count }) => `${count} × ${REASONS[reason] ?? reason}`).join(", ")}</p>
    </section>
  );
}

const Step = ({ step: { id, title, share }, url }: { step: Evidence["steps"][number]; url: string }) => (
  <li>
    {title === null ? <span>{id} (gone)</span> : <a href={`${url}#${id}`}>{title}</a>}{" "}
    <span class="small">
      failed {share.hits} of {share.of} times ({sayShare(share.hits / share.of)})
    </span>
  </li>
);

const Answer = ({ answer, linked }: { answer: Evidence["answers"][number]; linked: boolean }) => (
  <li>
    {linked ? (
      <DeskLink to={{ view: "answers", answerId: answer.id }}>{answer.question}</DeskLink>
    ) : (
      <span class="as-typed">{answer.question}</span>
    )}{" "}
    <span class="small">
      {answer.helped === false ? "did not help" : VERDICTS[answer.verdict]}, {sayWhen(answer.at)}
    </span>
  </li>
);

const HOW = {
  from_it: "sent from it",
  answered_with: "answered with it",
  should_have: "it should have answered",
};

const Case = ({ shown: { id, reference, subject, how, at } }: { shown: NonNullable<Evidence["cases"]>[number] }) => (
  <li>
    <DeskLink to={{ view: "cases", caseId: id }}>{subject}</DeskLink>{" "}
    <span class="small">
      <span class="ref">{reference}</span>, {HOW[how]}, {sayWhen(at)}
    </span>
  </li>
);

/** To another view of the desk. */
function DeskLink({ to, children }: { to: Partial<Place>; children: string }) {
  const there = { ...BEGINNING, ...to };
  return (
    <a href={hrefOf(there)} onClick={(event) => follow(event, there)}>
      {children}
    </a>
  );
}
