import { signal, type Signal } from "@preact/signals";
import type { Writes } from "#server/features/desk/cases.schema.ts";
import { hearWork } from "#site/islands/busy.ts";
import { keep, recall } from "#site/islands/store.ts";
import { toProblem } from "#site/problem.ts";
import { sayWriting } from "./say-writing.ts";
import { DRAFTS, noticeSignedOut, staff } from "./session.ts";

/** `once` names this very text: sent again it is the same message. `seen`: messages that were there when it was begun. */
export type Kept = { text: string; once: string; seen: number };

export type Draft = {
  kept: Signal<Kept>;
  problem: Signal<string | null>;
  busy: Signal<boolean>;
  /** `there`: how many messages the case has now. */
  type: (text: string, there: number) => void;
  /** Sends once; what was typed goes only when it was taken. */
  send: (deliver: (kept: Kept) => Promise<void>) => Promise<void>;
};

const EMPTY: Kept = { text: "", once: "", seen: 0 };
const drafts = new Map<string, Draft>();

/** What somebody is writing on a case. It survives a reload, a lost connection and a session that ended; who signs in after them has their own. */
export function draftOf(caseId: string, writes: Writes): Draft {
  const key = `${DRAFTS}${staff.value?.id}.${caseId}.${writes}`;
  const draft = drafts.get(key) ?? createDraft(key, (text) => sayWriting(caseId, writes, text));
  drafts.set(key, draft);
  return draft;
}

/** What is being written on a case, as far as it is. */
export const draftsOf = (caseId: string): { writes: Writes; draft: Draft }[] =>
  (["reply", "note"] as const)
    .map((writes) => ({ writes, draft: draftOf(caseId, writes) }))
    .filter(({ draft }) => draft.kept.value.text !== "");

/** What was typed while it was on its way begins the next one. */
function restOf(kept: Kept, { text, once }: Kept): Kept {
  if (kept.once === once) return EMPTY;
  return { ...kept, text: kept.text.startsWith(text) ? kept.text.slice(text.length).trimStart() : kept.text };
}

function createDraft(key: string, tell: (text: string) => void): Draft {
  const kept = signal<Kept>(recall<Kept>("tab", key) ?? EMPTY);
  const problem = signal<string | null>(null);
  const busy = signal(false);
  const set = (next: Kept) => {
    kept.value = next;
    keep("tab", key, next.text ? next : null);
    tell(next.text);
  };
  const type = (text: string, there: number) =>
    set({ text, once: crypto.randomUUID(), seen: kept.peek().text ? kept.peek().seen : there });
  async function send(deliver: (sent: Kept) => Promise<void>): Promise<void> {
    if (busy.value || !kept.value.text.trim()) return;
    busy.value = true;
    problem.value = null;
    try {
      const sent = kept.value;
      await hearWork(deliver(sent));
      set(restOf(kept.value, sent));
    } catch (error) {
      const failure = toProblem(error);
      // who has signed in again has nothing more to do than send it
      problem.value = noticeSignedOut(failure) ? null : failure.message;
    }
    busy.value = false;
  }
  return { kept, problem, busy, type, send };
}
