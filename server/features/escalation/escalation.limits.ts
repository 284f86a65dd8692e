import { and, eq } from "drizzle-orm";
import { customers } from "#db/schema/workspaces.ts";
import { AppError } from "#server/core/errors.ts";
import { mailboxOf } from "#server/core/mailbox.ts";
import { mayTake, takeLimit, takeLimits } from "#server/limits/limits.ts";
import type { EscalationDeps } from "./open-escalation.ts";
import { caseProblemWords } from "./case-problems.words.ts";
import { HOUR_SECONDS } from "#server/core/durations.values.ts";

/** `ipKey` null: it came by mail. */
type Request = { ipKey: string | null; email: string; proof: string | undefined };

/**
 * Few cases an address need no more; for more a browser proves that it took the trouble; many are refused. So are many to
 * one e-mail address, which gets a mail for each. @throws AppError "proof_required" with a `challenge`, or "limited"
 */
export async function takeEscalation(deps: EscalationDeps, { ipKey, email, proof }: Request): Promise<void> {
  const { db, clock } = deps;
  if (ipKey !== null) await requireProof(deps, ipKey, proof);
  const ofMailbox = { key: `escalation-to:${mailboxOf(email)}`, limit: 12, windowSeconds: 12 * HOUR_SECONDS };
  // by mail: who writes too much uses up nothing of what is everybody's
  const all =
    ipKey === null
      ? [ofMailbox, { key: "escalation:by-mail", limit: 120, windowSeconds: HOUR_SECONDS }]
      : [{ key: `escalation:${ipKey}`, limit: 40, windowSeconds: HOUR_SECONDS }, ofMailbox];
  await takeLimits(db, clock, all);
}

const HELD = "Not mailed: many receipts went out within the hour. Send it again if a customer waits for it.";

/** Why no receipt is mailed now, in words for the desk; undefined where one is. Addresses that somebody has signed in with have shown that they want mail. */
export async function whyMailIsHeld(deps: EscalationDeps, email: string): Promise<string | undefined> {
  const { db, clock, config } = deps;
  if (!config.mail || (await isSignedUp(deps, email))) return undefined;
  if (config.receiptMailsPerHour === 0) return HELD;
  const limit = { key: "receipt-mails", limit: config.receiptMailsPerHour, windowSeconds: HOUR_SECONDS };
  return (await mayTake(db, clock, limit)) ? undefined : HELD;
}

async function isSignedUp({ db }: EscalationDeps, email: string): Promise<boolean> {
  const known = await db
    .select({ id: customers.id })
    .from(customers)
    .where(and(eq(customers.email, email.toLowerCase()), eq(customers.emailVerified, true)));
  return known.length > 0;
}

async function requireProof({ db, clock, proof, hub }: EscalationDeps, ipKey: string, given: string | undefined) {
  if (!proof) return;
  try {
    await takeLimit(db, clock, { key: `escalation-free:${ipKey}`, limit: 4, windowSeconds: HOUR_SECONDS });
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    if (given && (await proof.verify(given))) return;
    throw new AppError("proof_required", caseProblemWords.proof(hub.support.email), {
      retryAfter: error.retryAfter,
      extra: { challenge: await proof.challenge() },
    });
  }
}

/** Asking for new links: guessing references costs too much. */
export const takeLinkRequest = ({ db, clock }: EscalationDeps, ipKey: string): Promise<void> =>
  takeLimit(db, clock, { key: `receipt-link:${ipKey}`, limit: 10, windowSeconds: HOUR_SECONDS });

/** Whether one more new link to a case is within what one gets, whoever asks. */
export const mayHaveFreshLink = ({ db, clock }: EscalationDeps, caseId: string): Promise<boolean> =>
  mayTake(db, clock, { key: `receipt-link-of:${caseId}`, limit: 3, windowSeconds: HOUR_SECONDS });

/** What a customer writes on a receipt page. */
export const takeReply = ({ db, clock }: EscalationDeps, caseId: string): Promise<void> =>
  takeLimit(db, clock, { key: `escalation-reply:${caseId}`, limit: 20, windowSeconds: HOUR_SECONDS });
