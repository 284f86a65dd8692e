import { here } from "../dom.ts";
import { foreign } from "../foreign.ts";
import { readAllProgress } from "../steps/progress.ts";
import { dropHeading, type Hit, type Piece } from "./hits.ts";
import { Option } from "./option.tsx";
import { changeSearch, found, integration, told, topic } from "./search-state.ts";
import { searchWords as t } from "./search.words.ts";

/** Articles, and their sections that match on a thin line below. `first` is the place of the first option among all. */
export function Results({ first }: { first: number }) {
  const { hits } = found.value;
  let at = first;
  return (
    <div class="results">
      {hits.map((hit) => {
        const own = at;
        at += 1 + hit.sections.filter(({ heading }) => heading).length;
        return <HitView key={hit.url} hit={hit} first={own} />;
      })}
    </div>
  );
}

function HitView({ hit, first }: { hit: Hit; first: number }) {
  const { title, url, sections } = hit;
  const marks = foreign(hit.language);
  const headed = sections.filter(({ heading }) => heading);
  return (
    <div class="hit" role="group" aria-label={title} lang={marks.lang}>
      <Option at={first} class="hit-a" href={url}>
        <span class="hit-t" {...marks}>
          {title}
        </span>{" "}
        <span class="small">{describeHit(hit)}</span>
        {headed.length === 0 && sections[0] && (
          <span class="small hit-x" {...marks}>
            {" "}
            <Excerpt pieces={sections[0].excerpt} />
          </span>
        )}
      </Option>
      {headed.length > 0 && (
        <ul class="line" role="presentation">
          {headed.map((section, at) => (
            <li key={section.url} role="presentation">
              <Option at={first + 1 + at} href={section.url}>
                {/* marked as one: each by itself would stand where the page begins */}
                <span {...marks}>
                  <span class="hit-s">{section.heading}</span>{" "}
                  <span class="hit-x">
                    <Excerpt pieces={dropHeading(section.excerpt, section.heading)} />
                  </span>
                </span>
              </Option>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

function describeHit({ topic: title, minutes, url }: Hit): string {
  const facts = [title, minutes && t.min(minutes)].filter(Boolean).join(", ");
  const next = readAllProgress().find((progress) => progress.url === url)?.next;
  return next && next.number > 1 ? t.youStoppedAtStep(facts, next.number) : facts;
}

function Excerpt({ pieces }: { pieces: Piece[] }) {
  return <>{pieces.map(({ text, marked }, at) => (marked ? <mark key={at}>{text}</mark> : text))}</>;
}

/** How much was found, and how the words were read. */
export function Summary() {
  const { hits, corrected, state } = found.value;
  return (
    // Among the options only options have a role; the dialog's status says the same.
    <p class="small said-as" role="presentation">
      {sayCount(hits)}
      {corrected && (
        <>
          {t.readAs} <b>{corrected}</b>
        </>
      )}
      {state === "more" && t.lookingForMore}
    </p>
  );
}

export function sayCount(hits: Hit[]): string {
  const sections = hits.reduce((count, hit) => count + hit.sections.length, 0);
  return t.sectionsIn(t.sections(sections), t.articles(hits.length));
}

/** The button goes with what it is pressed for. */
function lookInEverything(): void {
  changeSearch({ topic: "", integration: "" });
  document.getElementById("find-q")?.focus();
}

export function NothingFound() {
  const filtered = topic.value || integration.value;
  return (
    <div class="nothing">
      <p>
        <b>{t.nothingFor(found.value.words)}</b>
        {told.value.has(found.value.words) && t.supportNowKnowsThat}
      </p>
      {found.value.nearest.length > 0 && (
        <>
          <p>{t.nearest}</p>
          <ul class="plain">
            {found.value.nearest.map(({ url, title, language, topic: shelf }) => (
              <li key={url}>
                <a href={url} {...foreign(language)}>
                  {title}
                </a>{" "}
                <span class="small">{shelf}</span>
              </li>
            ))}
          </ul>
        </>
      )}
      {filtered && (
        <p>
          <button class="text-btn" type="button" onClick={lookInEverything}>
            {t.lookInEverything}
          </button>
        </p>
      )}
      <p>
        {t.askItInYour}{" "}
        <a href={here(`/contact/?${new URLSearchParams({ question: found.value.words })}`)}>{t.talkToAPerson}</a>.
      </p>
    </div>
  );
}
