import type { Writes } from "#server/features/desk/cases.schema.ts";
import { readCase } from "./desk-api.ts";
import { Notice } from "./notice.tsx";
import { goTo } from "./place.ts";
import { useAction } from "./use-action.ts";
import { type Draft, draftOf, draftsOf } from "./use-draft.ts";
import { whileBusy } from "#site/islands/busy.ts";

type Named = { id: string; reference: string };
type Begun = { writes: Writes; draft: Draft };

/** What was being written on a case when it was merged away: it is read here, and goes on in the other. */
export function BegunHere({ caseId, into }: { caseId: string; into: Named }) {
  const { busy, problem, run } = useAction();
  const begun = draftsOf(caseId);
  if (begun.length === 0) return null;
  const takeAlong = () => run(() => moveDrafts(begun, into));
  return (
    <section class="begun" aria-labelledby="begun-h">
      <h3 id="begun-h">What you had begun to write here</h3>
      {begun.map(({ writes, draft }) => (
        <blockquote key={writes}>
          <span class="as-typed">{draft.kept.value.text}</span>
          {writes === "note" && <footer class="small">a note for staff</footer>}
        </blockquote>
      ))}
      {problem.value && <Notice>{problem.value}</Notice>}
      <p class="acts">
        <button class="btn sm" type="button" {...whileBusy(busy.value)} onClick={() => void takeAlong()}>
          Go on with it in {into.reference}
        </button>
      </p>
    </section>
  );
}

/** To whatever is being written there already. */
async function moveDrafts(begun: Begun[], into: Named): Promise<void> {
  const { messages } = await readCase(into.id);
  for (const { writes, draft } of begun) {
    const there = draftOf(into.id, writes);
    const texts = [there.kept.value.text, draft.kept.value.text];
    there.type(texts.filter(Boolean).join("\n\n"), messages.length);
    draft.type("", 0);
  }
  goTo({ caseId: into.id });
}
