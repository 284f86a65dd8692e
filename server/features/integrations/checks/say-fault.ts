import { keepWords, type Kept } from "#content/kept-words.ts";
import { faultTexts } from "../fault.words.ts";
import { keepFaultWords } from "../fault-words.values.ts";
import type { VendorFault } from "../vendor-fault.ts";
import { checkTexts as t } from "./finding.ts";

const faults = keepWords(faultTexts);

/** What a CRM did, with what it said, and what to do about it. */
export function sayFault(fault: VendorFault, name: string): { seen: Kept; todo: Kept } {
  const { title, todo } = keepFaultWords(faults, name, fault);
  const { came } = fault;
  if (typeof came !== "string") return { seen: t.noted(title, came), todo };
  return { seen: came ? t.said(title, came) : title, todo };
}
