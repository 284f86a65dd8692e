/** The browser reads these too. */
import { faultTexts as t } from "./fault.words.ts";
import type { FaultCode } from "./integrations.values.ts";

/** `title` says what happened, `todo` what to do about it; each a sentence or two for the customer. */
export type FaultWords = { title: string; todo: string };
/** `scope` is the permission that is missing, `retryAfter` seconds. */
type Fault = { code: FaultCode; scope?: string | undefined; retryAfter?: number | undefined };

/** What a fault means to the customer. `crm` is the CRM's name as people know it. */
export const faultWords = (crm: string, fault: Fault): FaultWords => WORDS[fault.code](crm, fault);

const soon = (title: (crm: string) => string) => (crm: string) => ({ title: title(crm), todo: t.soon });

const WORDS: Record<FaultCode, (crm: string, fault: Fault) => FaultWords> = {
  wrong_key: (crm) => ({ title: t.wrong_key.title(crm), todo: t.wrong_key.todo(crm) }),
  expired: (crm) => ({ title: t.expired.title(crm), todo: t.expired.todo }),
  revoked: (crm) => ({ title: t.revoked.title(crm), todo: t.revoked.todo }),
  scope_missing: (crm, { scope }) =>
    scope
      ? { title: t.scope_missing.named.title(scope, crm), todo: t.scope_missing.named.todo }
      : { title: t.scope_missing.title(crm), todo: t.scope_missing.todo },
  wrong_account: (crm) => ({ title: t.wrong_account.title(crm), todo: t.wrong_account.todo }),
  limited: (crm, { retryAfter }) => ({ title: t.limited.title(crm), todo: sayWait(retryAfter) }),
  not_found: (crm) => ({ title: t.not_found.title(crm), todo: t.not_found.todo(crm) }),
  refused: (crm) => ({ title: t.refused.title(crm), todo: t.refused.todo(crm) }),
  vendor_down: soon((crm) => t.vendor_down.title(crm)),
  timeout: soon((crm) => t.timeout.title(crm)),
  unreachable: soon((crm) => t.unreachable.title(crm)),
  unreadable: soon((crm) => t.unreadable.title(crm)),
};

const sayWait = (seconds: number | undefined): string =>
  seconds === undefined ? t.limited.soon : t.limited.minutes(Math.max(1, Math.ceil(seconds / 60)));
