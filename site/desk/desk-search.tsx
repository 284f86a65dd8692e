import { useEffect, useRef } from "preact/hooks";
import { colleagues } from "./cases.ts";
import { BEGINNING, goTo, hrefOf, NOTHING_OPEN, place, type RowsView } from "./place.ts";
import { namesColleague, readSearch, SIGNS_SAID } from "./search-words.ts";

const SIGNS_ID = "desk-search-signs";

/** The search over what is listed. Over cases it takes signs too, which an empty field says as long as one is in it. */
export function DeskSearch({ searched }: { searched: RowsView }) {
  const hasSigns = searched === "cases";
  const field = useRef<HTMLInputElement>(null);
  const listed = hrefOf(NOTHING_OPEN);
  // signs are filters from then on, and filters change what was typed
  useEffect(() => {
    if (field.current) field.current.value = place.peek().q;
  }, [listed]);
  const search = async (typed: string) => {
    if (hasSigns && namesColleague(typed)) await colleagues.reload();
    const read = hasSigns ? readSearch(typed, colleagues.state.peek().value?.staff) : { q: typed.trim() };
    goTo({ ...BEGINNING, view: searched, ...read });
    // on to what was found: keys walk through it
    field.current?.blur();
  };
  return (
    <form
      role="search"
      onSubmit={(event) => {
        event.preventDefault();
        const q = new FormData(event.currentTarget).get("q");
        if (typeof q === "string") void search(q);
      }}
    >
      <input
        ref={field}
        id="desk-search"
        name="q"
        type="search"
        maxLength={120}
        aria-label={`Search ${searched}`}
        aria-describedby={hasSigns ? SIGNS_ID : undefined}
        placeholder={`Search ${searched}`}
        key={searched}
        defaultValue={place.peek().q}
      />
      {hasSigns && <Signs />}
    </form>
  );
}

const Signs = () => (
  <div id={SIGNS_ID} class="signs small">
    <p>Words, a number or an address. These narrow it: </p>
    <ul class="plain">
      {SIGNS_SAID.map(({ signs, means }) => (
        <li key={means}>
          <span>{signs.join(" ")}</span> {means}
          <span class="sr">. </span>
        </li>
      ))}
    </ul>
  </div>
);
