import type { Report } from "#server/features/reports/reports.schema.ts";
import { sayPeople } from "./article-words.ts";
import { BEGINNING, follow, hrefOf } from "./place.ts";
import { sayUnit } from "./report-words.ts";
import { TableHead } from "./table-head.tsx";

/** The articles that let down most people, each a link to how we know. */
export function ReportWeakest({ weakest }: Pick<Report, "weakest">) {
  if (weakest.length === 0) return <p>No article has let anybody down in the last 28 days.</p>;
  return (
    <>
      <p class="lede">In the last 28 days, whatever days are chosen above.</p>
      <table class="wt">
        <TableHead names={["Article", "Let down, at the least", "Readers"]} />
        <tbody>
          {weakest.map(({ id, title, harm, readers }) => {
            const there = { ...BEGINNING, view: "articles", articleId: id } as const;
            return (
              <tr key={id}>
                <th scope="row">
                  <a href={hrefOf(there)} onClick={(event) => follow(event, there)}>
                    {title}
                  </a>
                </th>
                <td data-unit="let down">{sayPeople(harm)}</td>
                <td data-unit={sayUnit(readers, "reader", "readers")}>{readers}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </>
  );
}
