import type { SentAnswer } from "#server/features/desk/case-content.schema.ts";
import { Passages, Said } from "./answer-evidence.tsx";
import { follow, hrefOf } from "./place.ts";

/** The answer that the customer got, where it stands in what they did: what it said, and what it was made from. */
export function CaseAnswer({ answer }: { answer: SentAnswer }) {
  const { id, question, stopped, passages, sources } = answer;
  const there = { view: "answers", show: null, q: "", answerId: id } as const;
  return (
    <div class="in-trail">
      <Said as="h4" title={`The answer to “${question}”`} evidence={answer} stopped={stopped} />
      <details class="peek">
        <summary>What it was made from</summary>
        <Passages as="h4" title={`Found for “${question}”`} passages={passages} sources={sources} />
      </details>
      <p class="small">
        <a href={hrefOf(there)} onClick={(event) => follow(event, there)}>
          Why it said that
        </a>
        , and ask it again on today’s articles.
      </p>
    </div>
  );
}
