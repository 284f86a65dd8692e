import type { GapDetail } from "#server/features/gaps/gaps.schema.ts";
import { sayWhen } from "#site/islands/when.ts";
import { GapActions } from "./gap-actions.tsx";
import { GapNearest } from "./gap-nearest.tsx";
import { GapPhrases } from "./gap-phrases.tsx";
import { GapSide } from "./gap-side.tsx";
import { openGap } from "./gap-state.ts";
import { sayCounts } from "./gap-words.ts";
import { ChooseOne, OpenRow } from "./open-row.tsx";

/** A gap beside the list: what was asked, what is near, and what to do about it. */
export function GapView() {
  return (
    <OpenRow
      view="gaps"
      open={openGap.state.value}
      none={<ChooseOne what="a gap" />}
      says={{ back: "All gaps", loading: "Asking for the gap." }}
      headingId="gap-h"
    >
      {(shown) => <Gap key={shown.id} shown={shown} />}
    </OpenRow>
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
