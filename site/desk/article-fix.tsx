import type { ArticleFix as Fix } from "#server/features/articles/articles.schema.ts";
import { sayShare } from "./article-words.ts";

type Measure = Fix["votes"];

/** What the fix changed, as far as that can be said by now. */
export const ArticleFix = ({ fix }: { fix: Fix }) => (
  <section aria-labelledby="fix-h">
    <h3 id="fix-h">Before and after the fix</h3>
    {!fix.served && (
      <p>
        <b>Readers get the version from before the fix again.</b> Build the hub from the fixed article.
      </p>
    )}
    <ul class="plain evidence">
      <li>
        <b>Voted No:</b> {sayMeasure(fix.votes)}
      </li>
      {fix.steps.before.of + fix.steps.after.of > 0 && (
        <li>
          <b>Failed a step:</b> {sayMeasure(fix.steps)}
        </li>
      )}
    </ul>
    <details class="peek">
      <summary>How this is compared</summary>
      <p>
        The version before the fix against all since, by Newcombe’s 95% interval of the difference of two rates. As long
        as it holds both better and worse, it is too early to say.
      </p>
    </details>
  </section>
);

const SAYS: Record<Measure["says"], string> = {
  better: "better",
  worse: "worse",
  too_early: "too early to say",
};

function sayMeasure({ before, after, difference, says }: Measure): string {
  const rates = `${sayRate(before)} before, ${sayRate(after)} after`;
  if (after.of === 0) return `${rates}: ${SAYS.too_early}.`;
  return `${rates}: ${SAYS[says]} (the difference is between ${sayPoints(difference.low)} and ${sayPoints(difference.high)} points).`;
}

const sayRate = ({ hits, of }: Measure["before"]): string =>
  of === 0 ? "nobody" : `${sayShare(hits / of)} (${hits} of ${of})`;
const sayPoints = (difference: number): string =>
  `${difference > 0 ? "+" : difference < 0 ? "−" : ""}${Math.abs(difference * 100).toFixed(0)}`;
