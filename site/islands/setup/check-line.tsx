import type { CheckResult } from "#server/features/integrations/checks.schema.ts";
import { Icon } from "../icon.tsx";
import { sayWhen } from "../when.ts";
import { sayCheck } from "./say-state.ts";

/** One fact: its state as a mark and a word, what was seen, what to do, and the section that explains it. */
export function CheckLine({ result, at }: { result: CheckResult; at: string | null }) {
  const { title, state, seen, todo, explained } = result;
  const { tone, mark, word } = sayCheck(state);
  return (
    <li class={`fact ${tone}`}>
      <Icon name={mark} class="mark" />
      <div>
        <p>
          <b class="state-word">{word}</b> <b>{title}.</b> {seen}
        </p>
        {(todo || explained) && (
          <p class="small">
            {todo} {explained && <a href={explained.url}>{explained.title}</a>}
          </p>
        )}
      </div>
      {at && <time dateTime={at}>{sayWhen(at)}</time>}
    </li>
  );
}
