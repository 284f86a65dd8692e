import type { ComponentChildren } from "preact";
import { useEffect } from "preact/hooks";
import { sayWhen } from "#site/islands/when.ts";
import { listGaps } from "./desk-api.ts";
import { loaded } from "./loaded.ts";
import { Notice } from "./notice.tsx";
import { follow, hrefOf } from "./place.ts";

const gaps = loaded(listGaps);

/** What people looked for and the articles do not have: what to write next. */
export function Gaps() {
  useEffect(() => void gaps.reload(), []);
  const { value, problem, loading } = gaps.state.value;
  return (
    <section class="weak">
      <h1>Gaps</h1>
      <p class="lede">What people looked for and no article has. Addresses and long numbers are left out.</p>
      {problem && <Notice>{problem.message}</Notice>}
      {!value && loading && <p>Counting.</p>}
      {value && (
        <>
          <GapTable
            title="Searches without a result"
            head={["Searched for", "Times", "Last"]}
            empty="Every search found something."
          >
            {value.searches.map(({ text, count, lastAt }) => (
              <Row key={text} cells={[text, sayTimes(count), sayWhen(lastAt)]} />
            ))}
          </GapTable>
          <GapTable
            title="Questions without an answer"
            head={["Asked", "Answer", "Times", "Last"]}
            empty="Every question was answered."
          >
            {value.questions.map(({ text, verdict, count, lastAt }) => (
              <Row
                key={`${text} ${verdict}`}
                answers={text}
                cells={[text, verdict === "partial" ? "in part" : "no answer", sayTimes(count), sayWhen(lastAt)]}
              />
            ))}
          </GapTable>
        </>
      )}
    </section>
  );
}

type GapTableProps = { title: string; head: string[]; empty: string; children: ComponentChildren[] };

const GapTable = ({ title, head, empty, children }: GapTableProps) => (
  <section class="gap">
    <h2>{title}</h2>
    {children.length === 0 ? (
      <p>{empty}</p>
    ) : (
      <table class="wt">
        <thead>
          <tr>
            {head.map((name) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
    )}
  </section>
);

const sayTimes = (count: number): string => (count === 1 ? "once" : `${count} times`);

/** `answers`: a question whose answers can be read. */
const Row = ({ cells: [first, ...rest], answers }: { cells: string[]; answers?: string }) => (
  <tr>
    <th scope="row">{answers ? <AnswersLink q={answers}>{first}</AnswersLink> : first}</th>
    {rest.map((cell, at) => (
      <td key={at}>{cell}</td>
    ))}
  </tr>
);

function AnswersLink({ q, children }: { q: string; children: ComponentChildren }) {
  const answers = { view: "answers", show: null, answerId: null, q } as const;
  return (
    <a href={hrefOf(answers)} onClick={(event) => follow(event, answers)}>
      {children}
    </a>
  );
}
