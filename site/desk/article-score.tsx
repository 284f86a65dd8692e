import type { ArticleDetail } from "#server/features/articles/articles.schema.ts";
import { sayPeople, sayShare } from "./article-words.ts";

/** The one number, and the four that it is made of, each with a link to what stands behind it. */
export function ArticleScore({ shown }: { shown: ArticleDetail }) {
  const { score, parts } = shown;
  return (
    <section aria-labelledby="score-h">
      <h3 id="score-h">Let down in four weeks</h3>
      <p class="harm">
        <b>{sayPeople(score.harm)}</b> of {score.readers} readers, at the least
      </p>
      <table class="wt parts">
        <thead>
          <tr>
            <th scope="col">What readers did</th>
            <th scope="col">Counted</th>
            <th scope="col">Rate</th>
          </tr>
        </thead>
        <tbody>
          <Part name="Voted No" to="ev-votes" counted={sayOf(parts.votes, "votes")} rate={rateOf(parts.votes)} />
          <Part
            name="Failed a step"
            to="ev-steps"
            counted={sayOf(parts.steps, "said of steps")}
            rate={rateOf(parts.steps)}
          />
          <Part
            name="Got no good answer"
            to="ev-answers"
            counted={`${parts.answers}`}
            rate={perReader(parts.answers, score)}
          />
          <Part name="Needed a person" to="ev-cases" counted={`${parts.cases}`} rate={perReader(parts.cases, score)} />
        </tbody>
      </table>
      <details class="peek">
        <summary>How this is counted</summary>
        <p>
          People let down = readers × the chance that at least one of these four went wrong for a reader, over 28 days
          of the version that is served: votes and steps count with the lower end of Wilson’s 95% interval, since few
          readers say something; answers and cases per reader, since each one is known.
        </p>
      </details>
    </section>
  );
}

type Share = { hits: number; of: number };
const sayOf = ({ hits, of }: Share, what: string): string => (of === 0 ? "0" : `${hits} of ${of} ${what}`);
const rateOf = ({ hits, of }: Share): string => (of === 0 ? "nobody said" : sayShare(hits / of));
const perReader = (many: number, { readers }: { readers: number }): string =>
  readers === 0 ? "no reader" : sayShare(many / readers);

const Part = ({ name, to, counted, rate }: { name: string; to: string; counted: string; rate: string }) => (
  <tr>
    <th scope="row">
      <a href={`#${to}`}>{name}</a>
    </th>
    <td>{counted}</td>
    <td data-unit="as the rate">{rate}</td>
  </tr>
);
