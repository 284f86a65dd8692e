import { whileBusy } from "#site/islands/busy.ts";
import { Notice } from "./notice.tsx";
import { useAction } from "./use-action.ts";

type Props = { next: string | null; load: () => Promise<void>; label?: string };

/** What leads from a list to the page behind it, where there is one; a page is read once. */
export function OlderButton({ next, load, label = "Older" }: Props) {
  const { busy, problem, run } = useAction();
  if (!next) return null;
  return (
    <>
      {problem.value && <Notice>{problem.value}</Notice>}
      <p class="acts">
        <button class="btn sm" type="button" {...whileBusy(busy.value)} onClick={() => void run(load)}>
          {label}
        </button>
      </p>
    </>
  );
}
