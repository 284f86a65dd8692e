import { AppError } from "#server/core/errors.ts";
import { takeLimit } from "#server/limits/limits.ts";
import type { EscalationDeps } from "./open-escalation.ts";

const HOUR = 60 * 60;
type Request = { ipKey: string; email: string; proof: string | undefined };

/**
 * Few cases an address need no more; for more a browser proves that it took the trouble; many are refused. So are many to
 * one e-mail address, which gets a mail for each. @throws AppError "proof_required" with a `challenge`, or "limited"
 */
export async function takeEscalation(deps: EscalationDeps, { ipKey, email, proof }: Request): Promise<void> {
  const { db, clock } = deps;
  await requireProof(deps, ipKey, proof);
  await takeLimit(db, clock, { key: `escalation:${ipKey}`, limit: 40, windowSeconds: HOUR });
  await takeLimit(db, clock, { key: `escalation-to:${mailboxOf(email)}`, limit: 12, windowSeconds: 12 * HOUR });
}

/** ann+one@example.com and ann+two@example.com are one mailbox. */
const mailboxOf = (email: string): string => email.toLowerCase().replace(/\+.*(?=@)/, "");

async function requireProof({ db, clock, proof, hub }: EscalationDeps, ipKey: string, given: string | undefined) {
  if (!proof) return;
  try {
    await takeLimit(db, clock, { key: `escalation-free:${ipKey}`, limit: 4, windowSeconds: HOUR });
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    if (given && (await proof.verify(given))) return;
    const words = `Many requests came from your network. Your browser can let this one through with a small calculation; without JavaScript, write to ${hub.support.email}.`;
    throw new AppError("proof_required", words, {
      retryAfter: error.retryAfter,
      extra: { challenge: await proof.challenge() },
    });
  }
}

/** What a customer writes on a receipt page. */
export const takeReply = ({ db, clock }: EscalationDeps, caseId: string): Promise<void> =>
  takeLimit(db, clock, { key: `escalation-reply:${caseId}`, limit: 20, windowSeconds: HOUR });
