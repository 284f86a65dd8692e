/** Why somebody came back from a CRM unconnected, as the setup's page says it; the browser reads these too. */
import { FAULT_CODES, type FaultCode } from "../integrations.values.ts";
import { connectProblemTexts as t } from "./connect-problems.words.ts";
import { faultWords, type FaultWords } from "../fault-words.values.ts";

/** What the callback refuses by itself. Faults of the CRM have FaultCode's words. */
const CONNECT_PROBLEMS = {
  missing: (crm) => ({ title: t.missing.title(crm), todo: t.missing.todo }),
  used: () => t.used,
  late: () => t.late,
  swapped: (crm) => ({ title: t.swapped.title(crm), todo: t.swapped.todo }),
  foreign: () => t.foreign,
  signed_out: () => t.signed_out,
  denied: (crm) => ({ title: t.denied.title(crm), todo: t.denied.todo }),
  wrong_issuer: (crm) => ({ title: t.wrong_issuer.title(crm), todo: t.wrong_issuer.todo }),
  gone: () => t.gone,
  unavailable: (crm) => ({ title: t.unavailable.title(crm), todo: t.unavailable.todo }),
} satisfies Record<string, (crm: string) => FaultWords>;

export type ConnectProblem = keyof typeof CONNECT_PROBLEMS | FaultCode;

/** The words for what stands in `?problem=`; null for what the hub does not say. */
export function connectProblemWords(code: string, crm: string, scope?: string): FaultWords | null {
  const fault = FAULT_CODES.find((known) => known === code);
  if (fault) return faultWords(crm, { code: fault, scope });
  return Object.entries(CONNECT_PROBLEMS).find(([known]) => known === code)?.[1](crm) ?? null;
}
