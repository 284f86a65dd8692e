import { and, eq, isNull } from "drizzle-orm";
import { escalations } from "#db/schema/escalation.ts";
import { AppError } from "#server/core/errors.ts";
import { bookingLink } from "./booking-link.values.ts";
import type { EscalationDeps } from "./open-escalation.ts";
import { findByReceipt } from "./read-receipt.ts";
import { caseProblemWords } from "./case-problems.words.ts";

/** Where the customer books a time, with what is known filled in; the case notes that they went there, once. @throws AppError "not_found" */
export async function openBooking(deps: EscalationDeps, secret: string): Promise<string> {
  const { id, reference, name, url } = await findByReceipt(deps, secret);
  const { bookingUrl } = deps.hub.support;
  if (!bookingUrl) throw new AppError("not_found", caseProblemWords.noBooking);
  await deps.db
    .update(escalations)
    .set({ bookingOpenedAt: deps.clock.now() })
    .where(and(eq(escalations.id, id), isNull(escalations.bookingOpenedAt)));
  return bookingLink(bookingUrl, { reference, name, page: url && `${deps.config.publicUrl}${url}` });
}
