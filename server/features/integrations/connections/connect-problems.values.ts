/** Why somebody came back from a CRM unconnected, as the setup's page says it; the browser reads these too. */
import { FAULT_CODES, type FaultCode } from "../integrations.values.ts";
import { faultWords, type FaultWords } from "../fault-words.values.ts";

/** What the callback refuses by itself. Faults of the CRM have FaultCode's words. */
const CONNECT_PROBLEMS = {
  missing: (crm) => ({ title: `${crm} sent you back without what was sent along.`, todo: "Connect once more." }),
  used: () => ({ title: "This sign-in was used before, or was not begun here.", todo: "Connect once more." }),
  late: () => ({ title: "The sign-in took longer than ten minutes.", todo: "Connect once more." }),
  swapped: (crm) => ({
    title: `The sign-in that came back was not begun for ${crm}.`,
    todo: "Connect once more, in one window.",
  }),
  foreign: () => ({
    title: "The sign-in was begun by somebody else, or in another browser.",
    todo: "Connect once more from here, and stay in this browser.",
  }),
  signed_out: () => ({ title: "You were signed out in between.", todo: "Sign in here, then connect once more." }),
  denied: (crm) => ({
    title: `You did not let us in at ${crm}. Nothing has changed.`,
    todo: "Connect once more when you are ready, and agree there.",
  }),
  wrong_issuer: (crm) => ({
    title: `The answer did not come from ${crm}, so it was not used.`,
    todo: "Connect once more. If it happens again, tell support.",
  }),
  gone: () => ({ title: "The connection was removed in between.", todo: "Begin the setup again." }),
  unavailable: (crm) => ({ title: `${crm} is not available here yet.`, todo: "Support knows when it will be." }),
} satisfies Record<string, (crm: string) => FaultWords>;

export type ConnectProblem = keyof typeof CONNECT_PROBLEMS | FaultCode;

/** The words for what stands in `?problem=`; null for what the hub does not say. */
export function connectProblemWords(code: string, crm: string, scope?: string): FaultWords | null {
  const fault = FAULT_CODES.find((known) => known === code);
  if (fault) return faultWords(crm, { code: fault, scope });
  return Object.entries(CONNECT_PROBLEMS).find(([known]) => known === code)?.[1](crm) ?? null;
}
