import { Icon } from "../icon.tsx";
import { sayWhen } from "../when.ts";
import { setupCheckWords as t } from "./check.words.ts";
import type { CheckRow } from "./fold-unseen.ts";
import { sayCheck } from "./say-state.ts";

/** One fact: its state as a mark and a word, what was seen, what to do, and the section that explains it. */
export function CheckLine({ result, others, at }: CheckRow & { at: string | null }) {
  const { title, state, seen, todo, explained } = result;
  const { tone, mark, word } = sayCheck(state);
  const folded = others.length > 0 ? [result, ...others] : [];
  return (
    <li class={`fact ${tone}`}>
      <Icon name={mark} class="mark" />
      <div>
        <p>
          <b class="state-word">{word}</b> <b>{folded.length > 0 ? t.facts(folded.length) : title}.</b> {seen}
        </p>
        {(todo || explained) && (
          <p class="small">
            {todo} {explained && <a href={explained.url}>{explained.title}</a>}
          </p>
        )}
        {folded.length > 0 && (
          <details class="peek">
            <summary>{t.whichTheyAre}</summary>
            <ul>
              {folded.map((each) => (
                <li key={each.fact}>{each.title}</li>
              ))}
            </ul>
          </details>
        )}
      </div>
      {at && <time dateTime={at}>{sayWhen(at)}</time>}
    </li>
  );
}
