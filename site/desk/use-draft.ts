import { useSignal, type Signal } from "@preact/signals";
import { keep, recall } from "#site/islands/store.ts";
import { toProblem } from "#site/problem.ts";
import { noticeSignedOut } from "./session.ts";

export type Draft = {
  text: Signal<string>;
  problem: Signal<string | null>;
  busy: Signal<boolean>;
  type: (typed: string) => void;
  /** Sends once; what was typed goes only when it was taken. */
  send: (deliver: (text: string) => Promise<void>) => Promise<void>;
};

/** What is being written on a case. It survives a reload, a lost connection and a session that ended. */
export function useDraft(caseId: string): Draft {
  const key = `handrail.desk.${caseId}`;
  const text = useSignal(recall<string>("tab", key) ?? "");
  const problem = useSignal<string | null>(null);
  const busy = useSignal(false);
  const type = (typed: string) => {
    text.value = typed;
    keep("tab", key, typed || null);
  };
  async function send(deliver: (text: string) => Promise<void>): Promise<void> {
    if (busy.value || !text.value.trim()) return;
    busy.value = true;
    problem.value = null;
    try {
      await deliver(text.value);
      type("");
    } catch (error) {
      const failure = toProblem(error);
      noticeSignedOut(failure);
      problem.value = failure.message;
    }
    busy.value = false;
  }
  return { text, problem, busy, type, send };
}
