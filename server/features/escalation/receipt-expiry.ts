import { DAY_MS } from "#server/core/durations.values.ts";
const RECEIPT_DAYS = 90;

/** Receipts are readable until so long after the last word of either side. */
export const receiptExpiry = (now: Date): Date => new Date(now.getTime() + RECEIPT_DAYS * DAY_MS);
