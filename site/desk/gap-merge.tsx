import { useEffect, useMemo, useRef } from "preact/hooks";
import type { GapDetail, GapSummary } from "#server/features/gaps/gaps.schema.ts";
import { doToGap } from "./change-gap.ts";
import { listGaps, mergeGaps } from "./gap-api.ts";
import { sayCounts } from "./gap-words.ts";
import { loaded } from "./loaded.ts";
import { Notice } from "./notice.tsx";

const OFFERED = 6;

type Props = { shown: GapDetail; done: () => void };

/** Chooses another gap whose phrases come into this one. */
export function GapMerge({ shown, done }: Props) {
  const { id, version } = shown;
  const field = useRef<HTMLInputElement>(null);
  const others = useMemo(() => loaded(() => findOthers(id, field.current?.value.trim() ?? "")), [id]);
  useEffect(() => {
    field.current?.focus();
    void others.reload();
  }, [others]);
  const merge = (other: GapSummary) =>
    doToGap(id, async () => {
      await mergeGaps(id, { version, other: other.id, otherVersion: other.version });
      done();
      return { text: `“${other.title}” is part of this gap now. To undo it, take its phrases out.` };
    });
  const { value, problem } = others.state.value;
  return (
    <form
      class="gap-form"
      onSubmit={(event) => {
        event.preventDefault();
        void others.reload();
      }}
    >
      <label class="stack">
        <span>The other gap, by a word of it</span>
        <input ref={field} type="search" maxLength={120} onInput={() => void others.reload()} />
      </label>
      {problem && <Notice>{problem.message}</Notice>}
      {value?.length === 0 && <p role="status">No other open gap has these words.</p>}
      <ul class="plain">
        {value?.map((other) => (
          <li key={other.id}>
            <button class="text-btn" type="button" onClick={() => void merge(other)}>
              Take in “{other.title}”
            </button>{" "}
            <span class="small">{sayCounts(other)}</span>
          </li>
        ))}
      </ul>
    </form>
  );
}

async function findOthers(id: string, q: string): Promise<GapSummary[]> {
  const { gaps } = await listGaps(q ? { q } : {});
  return gaps.filter((gap) => gap.id !== id).slice(0, OFFERED);
}
