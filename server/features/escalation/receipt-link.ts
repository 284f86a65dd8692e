import { createHmac } from "node:crypto";
import type { Hub } from "#content/schema.ts";
import { hashSecret } from "#server/core/ids.ts";
import { pageUrl } from "#server/core/speeches.ts";

type Kept = { id: string; receiptIssue: number; receiptHash: string };

/**
 * A receipt's secret: 128 bits that only this hub's own secret can make from the case's id and how many links it
 * has had (docs/adr/0005). The database has its hash alone; mails and repeated requests make it again. Its page is that
 * of the language that is spoken.
 */
export function createReceiptLinks(hubSecret: string, hub: Pick<Hub, "languages">, publicUrl: string) {
  const secretOf = (id: string, issue: number): string =>
    createHmac("sha256", hubSecret)
      .update(issue === 0 ? `receipt:${id}` : `receipt:${id}:${issue}`)
      .digest()
      .subarray(0, 16)
      .toString("base64url");
  const urlFor = (id: string, issue = 0): string => pageUrl(hub, publicUrl, `/receipts/${secretOf(id, issue)}`);
  return {
    hashFor: (id: string, issue = 0): string => hashSecret(secretOf(id, issue)),
    urlFor,
    /** null when the hub's secret was changed since: the customer's link still works, but cannot be made again. */
    urlOfKept: ({ id, receiptIssue, receiptHash }: Kept): string | null =>
      hashSecret(secretOf(id, receiptIssue)) === receiptHash ? urlFor(id, receiptIssue) : null,
  };
}
export type ReceiptLinks = ReturnType<typeof createReceiptLinks>;
