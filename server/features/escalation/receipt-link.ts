import { createHmac } from "node:crypto";
import { hashSecret } from "#server/core/ids.ts";

type Kept = { id: string; receiptHash: string };

/**
 * A receipt's secret: 128 bits that only this hub's own secret can make from the case's id (docs/adr/0005). The database
 * has its hash alone; mails and repeated requests make it again.
 */
export function createReceiptLinks(hubSecret: string, publicUrl: string) {
  const secretOf = (id: string): string =>
    createHmac("sha256", hubSecret).update(`receipt:${id}`).digest().subarray(0, 16).toString("base64url");
  const urlOf = (id: string): string => `${publicUrl}/receipts/${secretOf(id)}`;
  return {
    hashFor: (id: string): string => hashSecret(secretOf(id)),
    urlFor: urlOf,
    /** null when the hub's secret was changed since: the customer's link still works, but cannot be made again. */
    urlOfKept: ({ id, receiptHash }: Kept): string | null =>
      hashSecret(secretOf(id)) === receiptHash ? urlOf(id) : null,
  };
}
export type ReceiptLinks = ReturnType<typeof createReceiptLinks>;
