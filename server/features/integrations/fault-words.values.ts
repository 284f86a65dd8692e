/** The browser reads these too. */
import type { FaultCode } from "./integrations.values.ts";

/** `title` says what happened, `todo` what to do about it; each a sentence or two for the customer. */
export type FaultWords = { title: string; todo: string };
/** `scope` is the permission that is missing, `retryAfter` seconds. */
type Fault = { code: FaultCode; scope?: string | undefined; retryAfter?: number | undefined };

/** What a fault means to the customer. `crm` is the CRM's name as people know it. */
export const faultWords = (crm: string, fault: Fault): FaultWords => WORDS[fault.code](crm, fault);

const SOON = "Try again in a few minutes. If it stays like this, ask a person.";

const WORDS: Record<FaultCode, (crm: string, fault: Fault) => FaultWords> = {
  wrong_key: (crm) => ({
    title: `${crm} does not know the keys it was given.`,
    todo: `Copy them from ${crm} again, whole, and enter them once more.`,
  }),
  expired: (crm) => ({ title: `The access to ${crm} has run out.`, todo: "Connect again. Your settings stay." }),
  revoked: (crm) => ({
    title: `${crm} has taken the access back.`,
    todo: "Connect again, with a login that will stay. Your settings stay.",
  }),
  scope_missing: (crm, { scope }) => ({
    title: scope ? `The permission “${scope}” is missing at ${crm}.` : `A permission is missing at ${crm}.`,
    todo: `Have somebody connect again who may grant ${scope ? "it" : "everything that is asked for"}, and leave nothing out.`,
  }),
  wrong_account: (crm) => ({
    title: `This is another ${crm} account than the one that is meant here.`,
    todo: "Look which one it is: its name or Tenant ID, its region, live or sandbox. Connect again with the right one, or change over to this one.",
  }),
  limited: (crm, { retryAfter }) => ({
    title: `${crm} has had too many calls for now.`,
    todo: `Try again in ${sayWait(retryAfter)}. Nothing is lost.`,
  }),
  not_found: (crm) => ({
    title: `${crm} does not have what was asked for.`,
    todo: `It may have been deleted there. Choose again from what ${crm} has.`,
  }),
  refused: (crm) => ({
    title: `${crm} does not take this.`,
    todo: `Read what ${crm} says, change it, and try again.`,
  }),
  vendor_down: (crm) => ({ title: `${crm} itself has trouble right now.`, todo: SOON }),
  timeout: (crm) => ({ title: `${crm} did not answer in time.`, todo: SOON }),
  unreachable: (crm) => ({ title: `${crm} cannot be reached.`, todo: SOON }),
  unreadable: (crm) => ({ title: `${crm} sent something that cannot be read.`, todo: SOON }),
};

function sayWait(seconds: number | undefined): string {
  if (seconds === undefined) return "a few minutes";
  const minutes = Math.max(1, Math.ceil(seconds / 60));
  return minutes === 1 ? "a minute" : `${minutes} minutes`;
}
