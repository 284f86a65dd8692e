import type { CaseDetail } from "#server/features/desk/desk.schema.ts";
import { sayWhen } from "#site/islands/when.ts";
import { solve, toggleJunk } from "./case-keys.ts";
import { follow, hrefOf } from "./place.ts";

type Named = { id: string; reference: string };

export const CaseRef = ({ id, reference }: Named) => (
  <a class="ref" href={hrefOf({ caseId: id })} onClick={(event) => follow(event, { caseId: id })}>
    {reference}
  </a>
);

/** Where a merged case goes on, instead of what can be done with it. */
export const MergedAway = ({ into }: { into: Named }) => (
  <>
    <p>
      It goes on in <CaseRef {...into} />: read and answer it there. What the customer writes here arrives there.
    </p>
    <p class="case-acts">
      <button class="btn sm" type="button" onClick={solve}>
        Open again, on its own <kbd>e</kbd>
      </button>
    </p>
  </>
);

export const JunkSince = ({ since }: { since: string }) => (
  <p>
    Junk since <time dateTime={since}>{sayWhen(since)}</time>: in no other list and no figure, and nobody is told of
    what comes.{" "}
    <button class="text-btn" type="button" onClick={toggleJunk}>
      It is no junk <kbd>!</kbd>
    </button>
  </p>
);

/** The cases that go on in this one, each with what its customer tried. */
export const MergedHere = ({ merged }: Pick<CaseDetail, "merged">) => (
  <p class="small">
    With{" "}
    {merged.map((each, at) => (
      <span key={each.id}>
        {at > 0 && ", "}
        <CaseRef {...each} />
      </span>
    ))}
    , merged into it: what was said there stands among the rest.
  </p>
);
