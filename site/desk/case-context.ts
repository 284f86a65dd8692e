import type { CaseContext, CaseEvidence } from "#server/features/desk/case-content.schema.ts";
import { readContext, readEvidence, seeMentions } from "./case-api.ts";
import { loaded } from "./loaded.ts";
import { place } from "./place.ts";

type Of<What> = (What & { caseId: string }) | null;

/** What stands beside the open case. Read apart from it: the case itself does not wait. */
export const caseContext = loaded(async (): Promise<Of<CaseContext>> => {
  const { caseId } = place.peek();
  if (!caseId) return null;
  const context = await readContext(caseId);
  if (context.mentioned) await seeMentions(caseId);
  return { ...context, caseId };
});

/** What the open case's trail names. */
export const caseEvidence = loaded(async (): Promise<Of<CaseEvidence>> => {
  const { caseId } = place.peek();
  return caseId ? { ...(await readEvidence(caseId)), caseId } : null;
});
