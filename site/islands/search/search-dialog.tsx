import { Icon } from "../icon.tsx";
import { openAsk } from "../openers.ts";
import { Filters } from "./filters.tsx";
import { Option, optionId } from "./option.tsx";
import { NothingFound, Results, sayCount, Summary } from "./results.tsx";
import { active, changeSearch, found, query, readRecent, settleSearch, words } from "./search-state.ts";

/** What stands in the dialog; `close` closes it. */
export function SearchDialog({ close }: { close: () => void }) {
  const recent = words.value ? [] : readRecent();
  const count = words.value ? 1 + countOptions() : recent.length;
  return (
    <>
      <form role="search" action="/search" onSubmit={(event) => event.preventDefault()}>
        <label class="sr" for="find-q">
          Search
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
          placeholder="A task, an error, a question"
          aria-autocomplete="list"
          aria-expanded={count > 0}
          aria-controls="find-hits"
          aria-activedescendant={count > 0 ? optionId(active.value) : undefined}
          value={query.value}
          onInput={({ currentTarget }) => changeSearch({ query: currentTarget.value })}
          onKeyDown={(event) => pressKey(event, count)}
        />
        <button class="icon-btn" type="button" aria-label="Close search" onClick={close}>
          <Icon name="i-close" />
        </button>
      </form>
      <Filters />
      <div class="hits">
        <div id="find-hits" role="listbox" aria-label="Results">
          {words.value && <AskRow close={close} />}
          {words.value && found.value.hits.length > 0 && (
            <>
              <Summary />
              <Results first={1} />
            </>
          )}
          {recent.length > 0 && <Recent recent={recent} />}
        </div>
        <After recent={recent.length > 0} />
      </div>
      <Legend />
      <p class="sr" role="status">
        {found.value.state === "done" && (found.value.hits.length > 0 ? sayCount(found.value.hits) : "Nothing found")}
      </p>
    </>
  );
}

const countOptions = (): number =>
  found.value.hits.reduce((count, hit) => count + 1 + hit.sections.filter(({ heading }) => heading).length, 0);

/** Arrows choose, Enter opens; Esc is the dialog's own. */
function pressKey(event: KeyboardEvent, count: number): void {
  if (event.isComposing || count === 0) return;
  if (event.key === "ArrowDown") active.value = (active.value + 1) % count;
  else if (event.key === "ArrowUp") active.value = (active.value + count - 1) % count;
  else if (event.key === "Enter") document.getElementById(optionId(active.value))?.click();
  else return;
  event.preventDefault();
  requestAnimationFrame(() => document.getElementById(optionId(active.value))?.scrollIntoView({ block: "nearest" }));
}

function AskRow({ close }: { close: () => void }) {
  const ask = (): void => {
    settleSearch();
    close();
    void openAsk(words.value);
  };
  return (
    <Option at={0} class="ask-row" href={`/ask?${new URLSearchParams({ q: words.value })}`} press={ask}>
      <b>Ask</b> <span>{words.value}</span>
      <kbd aria-hidden="true">Enter</kbd>
    </Option>
  );
}

function Recent({ recent }: { recent: string[] }) {
  return (
    <div class="small recent" role="group" aria-label="Searched before">
      <b aria-hidden="true">Searched before</b>
      {recent.map((each, at) => (
        <Option
          key={each}
          at={at}
          href={`/search?${new URLSearchParams({ q: each })}`}
          press={() => changeSearch({ query: each })}
        >
          {each}
        </Option>
      ))}
    </div>
  );
}

/** What is said below the options. */
function After({ recent }: { recent: boolean }) {
  const { state, hits } = found.value;
  if (state === "away")
    return (
      <p class="is-unknown">
        <Icon name="m-unknown" class="mark" /> <b class="state-word">Offline.</b> The articles cannot be searched just
        now. Those you have open can still be read.
      </p>
    );
  if (!words.value && !recent) return <p class="small">Type what you want to do, what you see, or what you wonder.</p>;
  return state === "done" && hits.length === 0 && words.value ? <NothingFound /> : null;
}

function Legend() {
  return (
    <div class="legend small" aria-hidden="true">
      <span>
        <kbd>↑</kbd> <kbd>↓</kbd> choose
      </span>
      <span>
        <kbd>Enter</kbd> open
      </span>
      <span>
        <kbd>Tab</kbd> filters
      </span>
      <span>
        <kbd>Esc</kbd> close
      </span>
    </div>
  );
}
