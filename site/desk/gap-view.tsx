import type { GapDetail } from "#server/features/gaps/gaps.schema.ts";
import { sayWhen } from "#site/islands/when.ts";
import { GapActions } from "./gap-actions.tsx";
import { GapNearest } from "./gap-nearest.tsx";
import { GapPhrases } from "./gap-phrases.tsx";
import { GapSide } from "./gap-side.tsx";
import { openGap } from "./gap-state.ts";
import { sayCounts } from "./gap-words.ts";
import { Notice } from "./notice.tsx";
import { follow, hrefOf, place } from "./place.ts";

/** A gap beside the list: what was asked, what is near, and what to do about it. */
export function GapView() {
  const { value, problem } = openGap.state.value;
  const { gapId } = place.value;
  if (!gapId) return <p class="case case-none">Choose a gap. j and k move through the list.</p>;
  const shown = value?.id === gapId ? value : null;
  return (
    <article class="case" data-open aria-labelledby={shown ? "gap-h" : undefined}>
      <p class="back-inbox">
        <a href={hrefOf({ gapId: null })} onClick={(event) => follow(event, { gapId: null })}>
          All gaps
        </a>
      </p>
      {problem && <Notice>{problem.message}</Notice>}
      {!shown && !problem && <p>Asking for the gap.</p>}
      {shown && <Gap key={shown.id} shown={shown} />}
    </article>
  );
}

const Gap = ({ shown }: { shown: GapDetail }) => (
  <>
    <header class="case-h">
      <p class="small">
        {sayCounts(shown)}, last <time dateTime={shown.lastAt}>{sayWhen(shown.lastAt)}</time>
      </p>
      <h2 id="gap-h">{shown.title}</h2>
      <GapState shown={shown} />
      <GapActions shown={shown} />
    </header>
    <div class="case-cols">
      <div class="case-main">
        <GapPhrases shown={shown} />
        <GapNearest nearest={shown.nearest} />
      </div>
      <GapSide shown={shown} />
    </div>
  </>
);

function GapState({ shown: { state, closed } }: { shown: GapDetail }) {
  if (state === "dismissed") return <p>Dismissed: nobody needs to write about it.</p>;
  if (!closed) return null;
  const on = new Date(closed.at).toLocaleDateString("en-GB", { day: "numeric", month: "long", year: "numeric" });
  return (
    <p>
      Closed by the build of <time dateTime={closed.at}>{on}</time>:{" "}
      {closed.article ? <a href={closed.article.url}>{closed.article.title}</a> : "its article is gone since"}
    </p>
  );
}
