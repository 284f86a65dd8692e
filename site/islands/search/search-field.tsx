import { here } from "../dom.ts";
import { Icon } from "../icon.tsx";
import { painted } from "../painted.ts";
import { optionId } from "./option.tsx";
import { active, changeSearch, query } from "./search-state.ts";
import { searchWords as t } from "./search.words.ts";

/** Where the query is typed; `count` options can be reached from it with the arrow keys. */
export function SearchField({ count, close }: { count: number; close: () => void }) {
  return (
    <form role="search" action={here("/search")} onSubmit={(event) => event.preventDefault()}>
      <label class="sr" for="find-q">
        {t.search}
      </label>
      <Icon name="i-search" />
      <input
        id="find-q"
        name="q"
        type="text"
        enterkeyhint="search"
        role="combobox"
        autocomplete="off"
        spellcheck={false}
        maxLength={200}
        placeholder={t.aTaskAnError}
        aria-autocomplete="list"
        aria-expanded={count > 0}
        aria-controls="find-hits"
        aria-activedescendant={count > 0 ? optionId(active.value) : undefined}
        value={query.value}
        onInput={({ currentTarget }) => changeSearch({ query: currentTarget.value })}
        onKeyDown={(event) => pressKey(event, count)}
      />
      <button class="icon-btn" type="button" aria-label={t.closeSearch} onClick={close}>
        <Icon name="i-close" />
      </button>
    </form>
  );
}

/** Arrows choose, Enter opens; Esc is the dialog's own. */
function pressKey(event: KeyboardEvent, count: number): void {
  if (event.isComposing) return;
  const chosen = () => document.getElementById(optionId(active.value));
  if (event.key === "Enter") {
    // the options of a letter that was typed just before are there by then
    void painted().then(() => chosen()?.click());
  } else if (event.key === "ArrowDown" || event.key === "ArrowUp") {
    if (count === 0) return;
    active.value = (active.value + (event.key === "ArrowDown" ? 1 : count - 1)) % count;
    requestAnimationFrame(() => chosen()?.scrollIntoView({ block: "nearest" }));
  } else return;
  event.preventDefault();
}
