/** The settings as they are being chosen. Every change is sent by itself, one at a time, and kept here until it has arrived. */
import { signal } from "@preact/signals";
import type {
  ConnectionSettings,
  ConnectionView,
  HalfSettings,
} from "#server/features/integrations/integrations.schema.ts";
import type { Half } from "#server/features/integrations/integrations.values.ts";
import { toProblem } from "#site/problem.ts";
import { announce } from "../announce.ts";
import { sayTime } from "../when.ts";
import { keepDraftHere, recallDraft } from "./kept-drafts.ts";
import { keepDraft } from "./setup-calls.ts";
import { setupMapWords as t } from "./map.words.ts";

export const draft = signal<ConnectionSettings | null>(null);
/** Both versions, where two tabs or two people changed the same settings. */
export const conflict = signal<ConnectionView | null>(null);
export type Keeping =
  | { state: "idle" | "saving" | "offline" }
  | { state: "saved"; at: string }
  | { state: "failed"; says: string };
export const keeping = signal<Keeping>({ state: "idle" });

const SETTLED_MS = 500;
/** The server's latest: its version goes along with the next change. */
let base: ConnectionView | null = null;
let settling: ReturnType<typeof setTimeout> | undefined;
let sending: Promise<void> | null = null;

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);
const hasChanges = (): boolean => base !== null && draft.value !== null && !same(draft.value, base.draft);

/** Takes over what the server has. What this device kept goes on from there, or stands beside it where both changed. */
export function takeConnection(view: ConnectionView | null): void {
  const begins = base?.id !== view?.id;
  const unsent = !begins && hasChanges();
  base = view;
  if (unsent) return;
  draft.value = view?.draft ?? null;
  if (!view || !begins) return;
  keeping.value = { state: "idle" };
  const kept = recallDraft(view.id);
  if (!kept || same(kept.draft, view.draft)) return keepDraftHere(view.id, null);
  draft.value = kept.draft;
  if (kept.version === view.version) void sendChanges();
  else conflict.value = view;
}

export function changeDraft(change: Partial<ConnectionSettings>): void {
  if (!base || !draft.value) return;
  draft.value = { ...draft.value, ...change };
  keepDraftHere(base.id, { version: base.version, draft: draft.value });
  if (conflict.value) return;
  clearTimeout(settling);
  settling = setTimeout(() => void sendChanges(), SETTLED_MS);
}

export function changeHalf(half: Half, change: Partial<HalfSettings>): void {
  if (draft.value) changeDraft({ [half]: { ...draft.value[half], ...change } });
}

/** Resolves when the server has what is chosen, or cannot have it now; `keeping` and `conflict` say which. */
export function sendChanges(): Promise<void> {
  clearTimeout(settling);
  sending ??= sendUntilSame().finally(() => (sending = null));
  return sending;
}

async function sendUntilSame(): Promise<void> {
  while (base && draft.value && hasChanges() && !conflict.value) {
    keeping.value = { state: "saving" };
    const sent = draft.value;
    try {
      base = await keepDraft(base.id, base.version, sent);
      if (same(draft.value, sent)) draft.value = base.draft;
    } catch (error) {
      return notKept(error);
    }
    if (hasChanges()) continue;
    keepDraftHere(base.id, null);
    const at = new Date().toISOString();
    keeping.value = { state: "saved", at };
    announce(t.draftSavedAt(sayTime(at)));
  }
}

function notKept(error: unknown): void {
  const problem = toProblem(error);
  if (problem.code === "conflict" && problem.problem["current"]) {
    conflict.value = problem.problem["current"] as ConnectionView; // the server's own view, by the contract of PUT …/draft
    keeping.value = { state: "idle" };
    announce(t.theseSettingsWereChanged2);
    return;
  }
  if (problem.code === "offline") {
    keeping.value = { state: "offline" };
    announce(t.offlineKeptInThis);
    addEventListener("online", () => void sendChanges(), { once: true });
    return;
  }
  keeping.value = { state: "failed", says: problem.message };
  announce(t.notSaved(problem.message));
}

/** Ends a conflict: what is chosen here goes over the other, or makes way for it. */
export async function settle(keepMine: boolean): Promise<void> {
  const theirs = conflict.value;
  if (!theirs) return;
  base = theirs;
  conflict.value = null;
  if (keepMine) return sendChanges();
  draft.value = theirs.draft;
  keepDraftHere(theirs.id, null);
}

/** The version that the server has of what is chosen. */
export const currentVersion = (): number => base?.version ?? 0;
