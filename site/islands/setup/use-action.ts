import { useSignal, type Signal } from "@preact/signals";
import { toProblem, type ApiProblem } from "#site/problem.ts";
import { noticeSignedOut } from "./setup-state.ts";

export type Action = {
  busy: Signal<boolean>;
  problem: Signal<ApiProblem | null>;
  /** Does nothing while it runs already. */
  run: (work: () => Promise<void>) => Promise<void>;
};

/** Something that a press does at the server: once at a time, with what went wrong. */
export function useAction(): Action {
  const busy = useSignal(false);
  const problem = useSignal<ApiProblem | null>(null);
  async function run(work: () => Promise<void>): Promise<void> {
    if (busy.value) return;
    busy.value = true;
    problem.value = null;
    try {
      await work();
    } catch (error) {
      problem.value = toProblem(error);
      noticeSignedOut(problem.value);
    }
    busy.value = false;
  }
  return { busy, problem, run };
}
