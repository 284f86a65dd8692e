import { and, eq, ne } from "drizzle-orm";
import { increased } from "#db/query.ts";
import { escalations } from "#db/schema/escalation.ts";
import { AppError } from "#server/core/errors.ts";
import { addMessage } from "./add-message.ts";
import { caseWords } from "./case.words.ts";
import { cleanFiles } from "./attachments/clean-files.ts";
import { takeReply } from "./escalation.limits.ts";
import type { EscalationDeps } from "./open-escalation.ts";
import { findByReceipt } from "./read-receipt.ts";
import { tellSolved } from "./tell-turned.ts";
import { caseProblemWords } from "./case-problems.words.ts";

/** `once` is the form's own number: the same form sent twice is one message. */
type CustomerReply = { body: string; once: string; files: File[] };

/**
 * The customer writes on the receipt, or attaches: the case is open again, and support is told.
 * @throws AppError "not_found", "limited", "bad_request" (nothing said), and what is wrong with a file
 */
export async function replyOnReceipt(deps: EscalationDeps, secret: string, reply: CustomerReply): Promise<void> {
  const kept = await findByReceipt(deps, secret);
  if (!reply.body && reply.files.length === 0)
    throw new AppError("bad_request", caseProblemWords.saySomething, {
      fields: [{ path: "body", message: caseProblemWords.isEmpty }],
    });
  const files = await cleanFiles(reply.files);
  await takeReply(deps, kept.id);
  await deps.db.transaction((tx) => addMessage(tx, deps, kept, { ...reply, files }));
}

/** It is not solved after all; pressing twice opens once. @throws AppError "not_found", "limited" */
export async function reopenOnReceipt(deps: EscalationDeps, secret: string): Promise<void> {
  const kept = await findByReceipt(deps, secret);
  if (kept.state !== "solved") return;
  await takeReply(deps, kept.id);
  const once = `reopen${kept.version}`;
  await deps.db.transaction((tx) => addMessage(tx, deps, kept, { body: caseWords.notSolved, once, files: [] }));
}

/** The customer needs nothing more. Closing what is closed changes nothing. @throws AppError "not_found" */
export async function closeOnReceipt(deps: EscalationDeps, secret: string): Promise<void> {
  const kept = await findByReceipt(deps, secret);
  const now = deps.clock.now();
  const ended = { state: "solved" as const, solvedAt: now, waitingSince: null, snoozedUntil: null };
  await deps.db.transaction(async (tx) => {
    const [closed] = await tx
      .update(escalations)
      .set({ ...ended, version: increased(escalations.version), updatedAt: now })
      .where(and(eq(escalations.id, kept.id), ne(escalations.state, "solved")))
      .returning();
    if (closed && !closed.junkAt) await tellSolved(tx, deps, closed, "customer");
  });
}
