import type { Writes } from "#server/features/desk/cases.schema.ts";
import { tellWriting } from "./case-api.ts";

/** Said again after so long while somebody types; the hub takes it to be over a while after that (case-viewers.ts). */
const AGAIN_MS = 8000;

type Said = { caseId: string; writes: Writes | null; at: number };
let said: Said | null = null;
let last: Promise<void> = Promise.resolve();

/** Tells colleagues at the same case that somebody types there, and that it is over once nothing is left of it. */
export function sayWriting(caseId: string, what: Writes, text: string): void {
  const writes = text.trim() ? what : null;
  const isKnown = said?.caseId === caseId && said.writes === writes;
  if (isKnown && (writes === null || performance.now() - (said?.at ?? 0) < AGAIN_MS)) return;
  said = { caseId, writes, at: performance.now() };
  // in order; and one that is not heard is none to trouble a writer with
  last = last.then(() => tellWriting(caseId, { writes })).catch(() => undefined);
}
