import { useSignal } from "@preact/signals";
import type { ArticleChange, ArticleDetail } from "#server/features/articles/articles.schema.ts";
import { whileBusy } from "#site/islands/busy.ts";
import { sayDay } from "#site/islands/when.ts";

type Change = (made: Omit<ArticleChange, "version">) => Promise<void>;
type Props = { shown: ArticleDetail; busy: boolean; change: Change };

/** What can be done next: what is fixed is fixed by another version, never by a word. */
export function ArticleStates({ shown, busy, change }: Props) {
  const { state, awaitsVersion } = shown.work;
  const unchanged = useSignal(false);
  const still = whileBusy(busy);
  const button = (label: string, made: Omit<ArticleChange, "version">, main = false) => (
    <button class={main ? "btn main sm" : "btn sm"} type="button" {...still} onClick={() => void change(made)}>
      {label}
    </button>
  );
  if (awaitsVersion)
    return (
      <>
        <p>It counts as fixed as soon as another version is served. {sayWaiting(shown)}</p>
        <p class="case-acts">{button("Not yet after all", { state: "in_work" })}</p>
      </>
    );
  if (state === "fixed" || state === "dismissed")
    return (
      <>
        <p>
          {state === "fixed"
            ? sayTold(shown)
            : "It comes back when it lets down twice as many people, and five more at the least."}
        </p>
        <p class="case-acts">
          {button(state === "fixed" ? "It is not fixed" : "Look at it again", { state: "to_look_at" })}
        </p>
      </>
    );
  return (
    <>
      <p class="case-acts">
        {state === "to_look_at" && button("Work on it", { state: "in_work", owner: "me" }, true)}
        <button
          class={state === "in_work" ? "btn main sm" : "btn sm"}
          type="button"
          {...still}
          onClick={() => void (shown.hasChanged ? change({ state: "fixed" }) : (unchanged.value = true))}
        >
          Fixed
        </button>
        {state === "in_work" && button("Put it back", { state: "to_look_at", owner: "nobody" })}
        {button("Dismiss", { state: "dismissed" })}
      </p>
      {shown.hasChanged && <p class="small">{sayWaiting(shown)}</p>}
      <div role="status">
        {unchanged.value && !shown.hasChanged && (
          <>
            <p>{sayUnchanged(shown)}</p>
            <p class="case-acts">
              {button("Fixed when the next version comes", { state: "fixed", awaitsVersion: true })}
            </p>
          </>
        )}
      </div>
    </>
  );
}

const sayUnchanged = ({ servedSince }: ArticleDetail): string =>
  `The article has not changed${servedSince ? ` since it was first served ${sayDay(servedSince)}` : ""}: readers still get what let them down.`;

function sayWaiting({ waiting }: ArticleDetail): string {
  if (waiting === 0) return "No voter waits to be told.";
  return waiting === 1
    ? "One voter left an address, and gets one mail then."
    : `${waiting} voters left an address, and get one mail each then.`;
}

const sayTold = (shown: ArticleDetail): string =>
  shown.waiting === 0
    ? "Every voter who left an address was told."
    : `Not told yet: ${shown.waiting} who left an address. They voted after the fix, or mail is not set up.`;
