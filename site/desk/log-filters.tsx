import type { Log } from "#server/features/desk/log.schema.ts";
import { sayKind, sayObject } from "./log-words.ts";
import { follow, hrefOf, place, type Place } from "./place.ts";

/** What the log is narrowed by; each stands in the address. */
export function LogFilters({ log: { kinds, people, items } }: { log: Log }) {
  const { by, kind, object } = place.value;
  return (
    <div class="log-filters">
      <nav aria-label="Kind">
        <Choice to={{ kind: null }} here={kind === null} label="Everything" />
        {kinds.map((one) => (
          <Choice key={one} to={{ kind: one }} here={kind === one} label={sayKind(one)} />
        ))}
      </nav>
      <nav aria-label="Person">
        <Choice to={{ by: null }} here={by === null} label="Everybody" />
        {people.map(({ id, name }) => (
          <Choice key={id} to={{ by: id }} here={by === id} label={name} />
        ))}
      </nav>
      {object && (
        <p>
          Only what was done to <b>{items[0] ? sayObject(items[0], people) : object}</b>.{" "}
          <a href={hrefOf({ object: null })} onClick={(event) => follow(event, { object: null })}>
            To anything
          </a>
        </p>
      )}
    </div>
  );
}

const Choice = ({ to, here, label }: { to: Partial<Place>; here: boolean; label: string }) => (
  <a href={hrefOf(to)} aria-current={here ? "true" : undefined} onClick={(event) => follow(event, to)}>
    {label}
  </a>
);
