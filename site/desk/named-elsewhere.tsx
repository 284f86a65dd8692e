import type { PersonFound } from "#server/features/privacy/privacy.schema.ts";
import { BEGINNING, follow, hrefOf } from "./place.ts";

type Props = Pick<PersonFound, "namedIn" | "inLog">;

/** Others' words are theirs: staff read them and decide. The log stays as it is. */
export const NamedElsewhere = ({ namedIn, inLog }: Props) => (
  <>
    {inLog > 0 && (
      <p>
        The log of what staff did names it {inLog === 1 ? "once" : `${inLog} times`}. The log is never changed: that
        goes when its time is over.
      </p>
    )}
    {namedIn.length > 0 && <NamedIn cases={namedIn} />}
  </>
);

function NamedIn({ cases }: { cases: PersonFound["namedIn"] }) {
  return (
    <>
      <p>
        The address also stands in cases of others: in their words, or because it wrote there by mail. Nothing of that
        is exported or erased; look at these cases:
      </p>
      <ul class="plain">
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
