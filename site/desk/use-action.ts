import { useSignal } from "@preact/signals";
import { toProblem } from "#site/problem.ts";
import { noticeSignedOut } from "./session.ts";

/** Something that a button does: once at a time, and what was refused is said. */
export function useAction() {
  const busy = useSignal(false);
  const problem = useSignal<string | null>(null);
  async function run(work: () => Promise<unknown>): Promise<void> {
    if (busy.value) return;
    busy.value = true;
    problem.value = null;
    try {
      await work();
    } catch (error) {
      const failure = toProblem(error);
      noticeSignedOut(failure);
      problem.value = failure.message;
    }
    busy.value = false;
  }
  return { busy, problem, run };
}
