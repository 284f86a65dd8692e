import { inEnglish } from "#content/words.ts";
import { faultWords } from "../fault-words.values.ts";
import type { VendorFault } from "../vendor-fault.ts";

/** What a CRM did, with what it said, and what to do about it. A check is kept, and the desk reads it. */
export function sayFault(fault: VendorFault, name: string): { seen: string; todo: string } {
  const { title, todo } = inEnglish(() => faultWords(name, fault));
  return { seen: fault.seen ? `${title} It said: ${fault.seen}` : title, todo };
}
