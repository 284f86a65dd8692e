import { and, eq, isNull } from "drizzle-orm";
import { attachments } from "#db/schema/attachments.ts";
import { escalations } from "#db/schema/escalation.ts";
import { noteAudit } from "#server/auth/note-audit.ts";
import type { Staff } from "#server/auth/staff.ts";
import { AppError } from "#server/core/errors.ts";
import type { EscalationDeps } from "../open-escalation.ts";
import { cleanFiles } from "./clean-files.ts";
import { keepFiles } from "./keep-files.ts";

type By = Pick<Staff, "id" | "name">;

/** Keeps files at a case for this agent's next reply. @throws AppError "not_found", "bad_request", "unprocessable", and what is wrong with a file */
export async function attachForReply(deps: EscalationDeps, by: By, caseId: string, given: File[]): Promise<void> {
  if (given.length === 0) throw new AppError("bad_request", "Choose a file first.");
  const files = await cleanFiles(given);
  const { db, clock } = deps;
  await db.transaction(async (tx) => {
    // changes nothing: holds the case, so that two who attach are counted together
    const [found] = await tx
      .update(escalations)
      .set({ receiptIssue: escalations.receiptIssue })
      .where(eq(escalations.id, caseId))
      .returning({ mergedInto: escalations.mergedInto });
    if (!found) throw new AppError("not_found", "There is no such case.");
    if (found.mergedInto)
      throw new AppError("unprocessable", "This case was merged into another one. Attach it there.");
    const belonging = { escalationId: caseId, messageId: null, from: "agent", staffId: by.id } as const;
    await keepFiles(tx, files, { ...belonging, now: clock.now() });
    const names = files.map(({ name }) => name);
    await noteAudit(tx, clock, by, { action: "case.attached", objectId: caseId, detail: { names } });
  });
}

/** Only what has not gone out can be taken back. @throws AppError "not_found" */
export async function dropWaiting({ db, clock }: EscalationDeps, by: By, id: string): Promise<void> {
  await db.transaction(async (tx) => {
    const [gone] = await tx
      .delete(attachments)
      .where(and(eq(attachments.id, id), eq(attachments.from, "agent"), isNull(attachments.messageId)))
      .returning({ caseId: attachments.escalationId, name: attachments.name });
    if (!gone) throw new AppError("not_found", "This file has gone out already, or is not there any more.");
    await noteAudit(tx, clock, by, { action: "case.detached", objectId: gone.caseId, detail: { names: [gone.name] } });
  });
}
