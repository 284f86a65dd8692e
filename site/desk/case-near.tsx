import type { CaseContext, NearCase } from "#server/features/desk/case-content.schema.ts";
import { sayWhen } from "#site/islands/when.ts";
import { follow, hrefOf } from "./place.ts";

/** Other cases of the same address, and cases that tell of the same. */
export const NearCases = ({ context }: { context: CaseContext }) => (
  <>
    <section aria-labelledby="before-h">
      <h3 id="before-h">Other cases of this address</h3>
      {context.earlier.length === 0 ? <p class="small">None.</p> : <CaseLinks cases={context.earlier} />}
    </section>
    <section aria-labelledby="like-h">
      <h3 id="like-h">Cases like this</h3>
      {context.similar.length === 0 ? (
        <p class="small">None among the newest.</p>
      ) : (
        <CaseLinks cases={context.similar} />
      )}
    </section>
  </>
);

const CaseLinks = ({ cases }: { cases: NearCase[] }) => (
  <ul class="plain beside">
    {cases.map(({ id, reference, subject, state, aside, createdAt, replies }) => (
      <li key={id}>
        <a href={hrefOf({ caseId: id })} onClick={(event) => follow(event, { caseId: id })}>
          <bdi>{subject}</bdi>
        </a>
        <span class="small">
          <span class="ref">{reference}</span>, {aside ?? state}
          {replies > 0 && ` in ${replies === 1 ? "one reply" : `${replies} replies`}`},{" "}
          <time dateTime={createdAt}>{sayWhen(createdAt)}</time>
        </span>
      </li>
    ))}
  </ul>
);
