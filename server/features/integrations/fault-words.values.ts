/** The browser reads these too. */
import type { Keeping, Kept } from "#content/kept-words.ts";
import { faultTexts } from "./fault.words.ts";
import type { FaultCode } from "./integrations.values.ts";

/** `title` says what happened, `todo` what to do about it; each a sentence or two for the customer. */
export type FaultWords = { title: string; todo: string };
/** `scope` is the permission that is missing, `retryAfter` seconds. */
type Fault = { code: FaultCode; scope?: string | undefined; retryAfter?: number | undefined };
type Texts = typeof faultTexts;

/** What a fault means to the customer. `crm` is the CRM's name as people know it. */
export const faultWords = (crm: string, fault: Fault): FaultWords => WORDS[fault.code](faultTexts, crm, fault);

/** The same of words that are kept. */
export const keepFaultWords = (texts: Keeping<Texts>, crm: string, fault: Fault): { title: Kept; todo: Kept } =>
  // words that are kept have the same shape, and give what is kept where the others give a text
  WORDS[fault.code](texts as unknown as Texts, crm, fault) as unknown as { title: Kept; todo: Kept };

type ToWords = (t: Texts, crm: string, fault: Fault) => FaultWords;

const soon =
  (code: "vendor_down" | "timeout" | "unreachable" | "unreadable"): ToWords =>
  (t, crm) => ({ title: t[code].title(crm), todo: t.soon });

const WORDS: Record<FaultCode, ToWords> = {
  wrong_key: (t, crm) => ({ title: t.wrong_key.title(crm), todo: t.wrong_key.todo(crm) }),
  wrong_app: (t, crm) => ({ title: t.wrong_app.title(crm), todo: t.wrong_app.todo }),
  expired: (t, crm) => ({ title: t.expired.title(crm), todo: t.expired.todo }),
  revoked: (t, crm) => ({ title: t.revoked.title(crm), todo: t.revoked.todo }),
  scope_missing: (t, crm, { scope }) =>
    scope
      ? { title: t.scope_missing.named.title(scope, crm), todo: t.scope_missing.named.todo }
      : { title: t.scope_missing.title(crm), todo: t.scope_missing.todo },
  wrong_account: (t, crm) => ({ title: t.wrong_account.title(crm), todo: t.wrong_account.todo }),
  limited: (t, crm, { retryAfter }) => ({ title: t.limited.title(crm), todo: sayWait(t, retryAfter) }),
  not_found: (t, crm) => ({ title: t.not_found.title(crm), todo: t.not_found.todo(crm) }),
  refused: (t, crm) => ({ title: t.refused.title(crm), todo: t.refused.todo(crm) }),
  vendor_down: soon("vendor_down"),
  timeout: soon("timeout"),
  unreachable: soon("unreachable"),
  unreadable: soon("unreadable"),
};

const sayWait = (t: Texts, seconds: number | undefined): string =>
  seconds === undefined ? t.limited.soon : t.limited.minutes(Math.max(1, Math.ceil(seconds / 60)));
