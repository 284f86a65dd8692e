import type { ArticleDetail } from "#server/features/articles/articles.schema.ts";
import { sayPeople, sayShare, sayTimes } from "./article-words.ts";
import { TableHead } from "./table-head.tsx";

/** The one number, and the four that it is made of, each with a link to what stands behind it. */
export function ArticleScore({ shown }: { shown: ArticleDetail }) {
  const { score, parts } = shown;
  const { ways } = score;
  return (
    <section aria-labelledby="score-h">
      <h3 id="score-h">Let down in four weeks</h3>
      <p class="harm">
        <b>{sayPeople(score.harm)}</b> of {score.readers === 1 ? "one reader" : `${score.readers} readers`}, at the
        least
      </p>
      <table class="wt parts">
        <TableHead names={["What readers did", "Counted", "At the least"]} />
        <tbody>
          <Part
            name="Voted No"
            to="ev-votes"
            counted={`${parts.votes.hits} of ${parts.votes.of} ${parts.votes.of === 1 ? "vote" : "votes"}`}
            least={ways.votes}
          />
          <Part
            name="Failed a step"
            to="ev-steps"
            counted={`${parts.steps.hits} of ${parts.steps.of} steps tried`}
            least={ways.steps}
          />
          <Part name="Got no good answer" to="ev-answers" counted={sayTimes(parts.answers)} least={ways.answers} />
          <Part name="Needed a person" to="ev-cases" counted={sayTimes(parts.cases)} least={ways.cases} />
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

type PartProps = { name: string; to: string; counted: string; least: number };

const Part = ({ name, to, counted, least }: PartProps) => (
  <tr>
    <th scope="row">
      <a href={`#${to}`}>{name}</a>
    </th>
    <td>{counted}</td>
    <td data-unit="of readers, at the least">{sayShare(least)}</td>
  </tr>
);
