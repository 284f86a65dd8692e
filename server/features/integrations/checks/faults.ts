import type { Text } from "#content/kept-words.ts";
import type { FaultCode } from "../integrations.values.ts";
import { isPassing, type VendorFault } from "../vendor-fault.ts";
import { checkTexts as t, failed, unknown, type Fact, type Finding } from "./finding.ts";
import type { SectionName } from "./sections.ts";

/** With these the CRM does not let us in at all: no other fact can be looked at. */
const SHUT_OUT: ReadonlySet<FaultCode> = new Set(["wrong_key", "wrong_app", "expired", "revoked", "wrong_account"]);
export const EXPLAINS: Record<FaultCode, SectionName> = {
  wrong_key: "messages",
  wrong_app: "messages",
  expired: "reconnect",
  revoked: "reconnect",
  scope_missing: "permissions",
  wrong_account: "nobody",
  limited: "kinds",
  not_found: "messages",
  refused: "messages",
  vendor_down: "vendorDown",
  timeout: "vendorDown",
  unreachable: "vendorDown",
  unreadable: "vendorDown",
};

/** A fact that could not be looked at. What keeps all of them from being seen is said once, where it belongs. */
export function unseen(fact: Fact, name: string, fault: VendorFault, words: { seen: Text; todo: Text }): Finding {
  if (SHUT_OUT.has(fault.code)) return unknown(fact, "not_looked_at", { seen: t.not_looked_at.access(name) });
  if (fault.code === "scope_missing")
    return unknown(fact, "not_looked_at", {
      seen: fault.scope ? t.not_looked_at.named(fault.scope) : t.not_looked_at.permission,
      explained: "permissions",
    });
  const said = { ...words, explained: EXPLAINS[fault.code] };
  return isPassing(fault) ? unknown(fact, fault.code, said) : failed(fact, fault.code, said);
}
