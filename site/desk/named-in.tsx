import type { PersonFound } from "#server/features/privacy/privacy.schema.ts";
import { BEGINNING, follow, hrefOf } from "./place.ts";

/** Others' words are theirs: staff read them and decide. */
export function NamedIn({ cases }: { cases: PersonFound["namedIn"] }) {
  if (cases.length === 0) return null;
  return (
    <>
      <p>The address also stands in the words of others. Nothing of that is exported or erased; look at these cases:</p>
      <ul>
        {cases.map(({ id, reference }) => {
          const there = { ...BEGINNING, view: "cases", caseId: id } as const;
          return (
            <li key={id}>
              <a href={hrefOf(there)} onClick={(event) => follow(event, there)}>
                {reference}
              </a>
            </li>
          );
        })}
      </ul>
    </>
  );
}
