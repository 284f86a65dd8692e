import { here } from "../dom.ts";
import { Icon } from "../icon.tsx";
import { SearchField } from "./search-field.tsx";
import { Filters } from "./filters.tsx";
import { listUrls } from "./hits.ts";
import { Option } from "./option.tsx";
import { NothingFound, Results, sayCount, Summary } from "./results.tsx";
import { changeSearch, found, readRecent, settleSearch, typedWords, words } from "./search-state.ts";
import { searchWords as t } from "./search.words.ts";

type Ways = { close: () => void; ask: (question: string) => Promise<void> };

/** What stands in the dialog. */
export function SearchDialog(ways: Ways) {
  const recent = words.value ? [] : readRecent();
  const count = words.value ? 1 + listUrls(found.value.hits).length : recent.length;
  return (
    <>
      <SearchField count={count} close={ways.close} />
      <Filters />
      <div class="hits">
        <div id="find-hits" role="listbox" aria-label={t.results}>
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
        {found.value.state === "done" && (found.value.hits.length > 0 ? sayCount(found.value.hits) : t.nothingFound)}
      </p>
    </>
  );
}

function AskRow({ close, ask }: Ways) {
  const press = (): void => {
    settleSearch();
    close();
    void ask(typedWords());
  };
  return (
    <Option at={0} class="ask-row" href={here(`/ask?${new URLSearchParams({ q: words.value })}`)} press={press}>
      <b>{t.ask}</b> <span>{words.value}</span>
      <kbd aria-hidden="true">{t.enter}</kbd>
    </Option>
  );
}

function Recent({ recent }: { recent: string[] }) {
  return (
    <div class="small recent" role="group" aria-label={t.searchedBefore}>
      <b aria-hidden="true">{t.searchedBefore}</b>
      {recent.map((each, at) => (
        <Option
          key={each}
          at={at}
          href={here(`/search?${new URLSearchParams({ q: each })}`)}
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
        <Icon name="m-unknown" class="mark" /> <b class="state-word">{t.offline}</b> {t.theArticlesCannotBe}
      </p>
    );
  if (!words.value && !recent) return <p class="small">{t.typeWhatYouWant}</p>;
  return state === "done" && hits.length === 0 && words.value ? <NothingFound /> : null;
}

function Legend() {
  return (
    <div class="legend small" aria-hidden="true">
      <span>
        <kbd>↑</kbd> <kbd>↓</kbd> {t.choose}
      </span>
      <span>
        <kbd>{t.enter}</kbd> {t.open}
      </span>
      <span>
        <kbd>{t.tab}</kbd> {t.filters}
      </span>
      <span>
        <kbd>{t.esc}</kbd> {t.close}
      </span>
    </div>
  );
}
