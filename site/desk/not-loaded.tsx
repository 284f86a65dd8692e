import type { ReadonlySignal } from "@preact/signals";
import { hearWork, whileBusy } from "#site/islands/busy.ts";
import type { Loaded } from "./loaded.ts";
import { Notice } from "./notice.tsx";

type Props = { of: { state: ReadonlySignal<Loaded<unknown>>; reload: () => Promise<void> } };

/** Why something could not be read, and the press that reads it again. */
export function NotLoaded({ of: { state, reload } }: Props) {
  const { problem, loading } = state.value;
  if (!problem) return null;
  return (
    <div class="not-loaded">
      <Notice>{problem.message}</Notice>
      <button class="btn sm" type="button" {...whileBusy(loading)} onClick={() => void hearWork(reload())}>
        Try again
      </button>
    </div>
  );
}
