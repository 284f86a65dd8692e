import { useEffect, useRef } from "preact/hooks";
import type { GapDetail } from "#server/features/gaps/gaps.schema.ts";
import { TITLE_MAX } from "#server/features/gaps/gaps.values.ts";
import { doToGap } from "./change-gap.ts";
import { changeGap } from "./gap-api.ts";

type Props = { shown: GapDetail; done: () => void };

/** A name that says it better than the words that most have used. */
export function GapRename({ shown: { id, title, version }, done }: Props) {
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.select(), []);
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    const named = field.current?.value.trim() ?? "";
    if (named.length < 3) return;
    void doToGap(id, async () => {
      await changeGap(id, { version, title: named });
      done();
      return { text: "Renamed." };
    });
  };
  return (
    <form class="gap-form" onSubmit={submit}>
      <label class="stack">
        <span>Name of the gap</span>
        <input ref={field} defaultValue={title} required minLength={3} maxLength={TITLE_MAX} />
      </label>
      <p class="acts">
        <button class="btn sm" type="submit">
          Save the name
        </button>
        <button class="text-btn" type="button" onClick={done}>
          Leave it
        </button>
      </p>
    </form>
  );
}
