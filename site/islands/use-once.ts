import { useSignal } from "@preact/signals";
import { hearWork } from "./busy.ts";

/** Something that a press does: once at a time, and one hears of it. `read` makes of what went wrong what is shown of it. */
export function useOnce<Shown>(read: (error: unknown) => Shown) {
  const busy = useSignal(false);
  const problem = useSignal<Shown | null>(null);
  async function run(work: () => Promise<unknown>): Promise<void> {
    if (busy.value) return;
    busy.value = true;
    problem.value = null;
    try {
      await hearWork(work());
    } catch (error) {
      problem.value = read(error);
    }
    busy.value = false;
  }
  return { busy, problem, run };
}
