import { Icon } from "../icon.tsx";
import { SearchField } from "./search-field.tsx";
import { Filters } from "./filters.tsx";
import { Option } from "./option.tsx";
import { NothingFound, Results, sayCount, Summary } from "./results.tsx";
import { changeSearch, found, readRecent, settleSearch, words } from "./search-state.ts";

type Ways = { close: () => void; ask: (question: string) => Promise<void> };

/** What stands in the dialog. */
export function SearchDialog(ways: Ways) {
  const recent = words.value ? [] : readRecent();
  const count = words.value ? 1 + countOptions() : recent.length;
  return (
    <>
      <SearchField count={count} close={ways.close} />
      <Filters />
      <div class="hits">
        <div id="find-hits" role="listbox" aria-label="Results">
          {words.value && <AskRow {...ways} />}
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

function AskRow({ close, ask }: Ways) {
  const press = (): void => {
    settleSearch();
    close();
    void ask(words.value);
  };
  return (
    <Option at={0} class="ask-row" href={`/ask?${new URLSearchParams({ q: words.value })}`} press={press}>
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
