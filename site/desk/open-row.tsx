import type { ComponentChildren } from "preact";
import { useLayoutEffect, useRef } from "preact/hooks";
import type { Loaded } from "./loaded.ts";
import { Notice } from "./notice.tsx";
import { follow, hrefOf, NOTHING_OPEN, OPEN_ROW, place, type RowsView } from "./place.ts";

type Props<Row> = {
  view: RowsView;
  open: Loaded<Row | null>;
  /** What stands here while nothing is open. */
  none: ComponentChildren;
  says: { back: string; loading: string };
  /** The id of the heading that names the row. */
  headingId: string;
  children: (shown: Row) => ComponentChildren;
};

/** The right side of the desk: the row that the address names, or why it is not there. */
export function OpenRow<Row extends { id: string }>({ view, open, none, says, headingId, children }: Props<Row>) {
  const { value, problem } = open;
  const id = place.value[OPEN_ROW[view]];
  const article = useRef<HTMLElement>(null);
  // from its beginning, wherever in the one before somebody was
  useLayoutEffect(() => {
    if (article.current && article.current.getBoundingClientRect().top < 0) article.current.scrollIntoView();
  }, [id]);
  if (!id) return none;
  const shown = value?.id === id ? value : null;
  return (
    <article class="case" data-open ref={article} aria-labelledby={shown ? headingId : undefined}>
      <p class="back-inbox">
        <a
          href={hrefOf(NOTHING_OPEN)}
          onClick={(event) => {
            follow(event, NOTHING_OPEN);
            // once the list is shown again: on, from where one was
            requestAnimationFrame(() => document.querySelector<HTMLElement>(`[data-row="${id}"]`)?.focus());
          }}
        >
          {says.back}
        </a>
      </p>
      {problem && <Notice>{problem.message}</Notice>}
      {!shown && !problem && <p>{says.loading}</p>}
      {shown && children(shown)}
    </article>
  );
}

export const ChooseOne = ({ what }: { what: string }) => (
  <p class="case case-none">Choose {what}. j and k move through the list.</p>
);
