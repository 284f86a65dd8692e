import { signal } from "@preact/signals";
import type { GapDetail } from "#server/features/gaps/gaps.schema.ts";
import { toProblem } from "#site/problem.ts";
import { changeGap } from "./gap-api.ts";
import { openGap, reloadGaps } from "./gap-state.ts";
import { noticeSignedOut } from "./session.ts";

/** What was done to a gap last, and how it is taken back; or why it was not done. */
type Said = { gapId: string; text: string; failed?: boolean; undo?: () => Promise<void> };
export const gapSaid = signal<Said | null>(null);

/** Does it, and says what was done. What others changed meanwhile is read again either way. */
export async function doToGap(gapId: string, work: () => Promise<Omit<Said, "gapId"> | null>): Promise<void> {
  try {
    const said = await work();
    gapSaid.value = said && { gapId, ...said };
  } catch (error) {
    const problem = toProblem(error);
    noticeSignedOut(problem);
    gapSaid.value = { gapId, text: problem.message, failed: true };
  }
  await reloadGaps();
}

/** Dismisses a gap, or opens it again. */
export const toggleGap = ({ id, version, state }: GapDetail): Promise<void> =>
  doToGap(id, async () => {
    const dismissing = state === "open";
    await changeGap(id, { version, state: dismissing ? "dismissed" : "open" });
    if (!dismissing) return { text: "Open again." };
    return { text: "Dismissed. It stays so when somebody asks again.", undo: () => undoDismissal(id) };
  });

async function undoDismissal(id: string): Promise<void> {
  const { value } = openGap.state.value;
  if (value?.id === id && value.state === "dismissed") await toggleGap(value);
}
