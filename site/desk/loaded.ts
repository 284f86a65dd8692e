import { signal, type ReadonlySignal } from "@preact/signals";
import { toProblem, type ApiProblem } from "#site/problem.ts";
import { noticeSignedOut } from "./session.ts";

export type Loaded<T> = { value: T | null; problem: ApiProblem | null; loading: boolean };

/** Something read from the API: what was read last stays in sight while it is read again, or cannot be. */
export function loaded<T>(read: () => Promise<T>): { state: ReadonlySignal<Loaded<T>>; reload: () => Promise<void> } {
  const state = signal<Loaded<T>>({ value: null, problem: null, loading: false });
  let newest = 0;
  let reading: Promise<void> = Promise.resolve();
  async function readOnce(): Promise<void> {
    const mine = ++newest;
    state.value = { ...state.peek(), loading: true };
    try {
      const value = await read();
      if (mine === newest) state.value = { value, problem: null, loading: false };
    } catch (error) {
      const problem = toProblem(error);
      noticeSignedOut(problem);
      if (mine === newest) state.value = { ...state.peek(), problem, loading: false };
    }
  }
  /** Until what was asked for last is there: of what was asked for before nothing is shown. */
  async function reload(): Promise<void> {
    reading = readOnce();
    for (let awaited; awaited !== reading;) {
      awaited = reading;
      await awaited;
    }
  }
  return { state, reload };
}
