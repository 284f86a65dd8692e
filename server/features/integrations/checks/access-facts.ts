import type { Account, TokenCheck } from "../connector.ts";
import type { ConnectionState } from "../integrations.values.ts";
import { isPassing, type VendorFault } from "../vendor-fault.ts";
import { EXPLAINS, unseen } from "./faults.ts";
import { failed, fine, unknown, type Finding } from "./finding.ts";
import type { Looked } from "./look.ts";
import { sayFault } from "./say-fault.ts";
import type { Subject } from "./subject.ts";

const OPERATOR = { fact: "operator", title: "This hub’s access" };
const TOKEN = { fact: "token", title: "Signed in" };
const SCOPES = { fact: "scopes", title: "Permissions" };
const ACCOUNT = { fact: "account", title: "Account" };

/** Whether the operator has an app at the vendor: without one nothing can be asked. */
export const findOperator = ({ hasApp, name }: Subject): Finding =>
  hasApp
    ? fine(OPERATOR, "operator_ready", { seen: `This hub is known to ${name}.` })
    : failed(OPERATOR, "operator_missing", {
        seen: `This hub is not set up at ${name}.`,
        todo: "Ask a person: only those who run this hub can mend it.",
      });

/** Nobody has let us in yet. */
const NOT_YET: ReadonlySet<ConnectionState> = new Set(["new", "waiting", "refused", "approved"]);
export const canBeAsked = ({ hasApp, state }: Subject): boolean => hasApp && !NOT_YET.has(state);

/** A permission that is missing leaves the sign-in itself in order. */
export function findToken(subject: Subject, { fault }: Looked<unknown>): Finding {
  const { name, hasApp, state, definition } = subject;
  if (!hasApp)
    return unknown(TOKEN, "not_looked_at", { seen: `Could not be looked at: this hub is not set up at ${name}.` });
  if (NOT_YET.has(state)) return findNotConnected(subject);
  if (!fault || fault.code === "scope_missing")
    return fine(TOKEN, "token_works", { seen: `${name} lets this hub in.` });
  const said = { ...sayFault(fault, name), explained: EXPLAINS[fault.code] };
  if (isPassing(fault)) return unknown(TOKEN, fault.code, said);
  return failed(TOKEN, fault.code, definition.way === "tenant" ? { ...said, explained: "messages" } : said);
}

const findNotConnected = ({ name, state, definition }: Subject): Finding =>
  failed(TOKEN, "not_connected", {
    seen:
      state === "waiting"
        ? "Your Tenant ID waits to be approved, which takes 1–2 business days."
        : `${name} is not connected yet.`,
    todo: state === "waiting" ? "Nothing is to be done until then. A mail tells you." : `Connect ${name} in the setup.`,
    explained: definition.way === "tenant" ? "twoVisits" : "connect",
  });

/** By the vendor's own list where it gives one, and by what it refused. `refused`: the faults of everything else that was asked. */
export function findScopes({ name, definition }: Subject, token: Looked<TokenCheck>, refused: VendorFault[]): Finding {
  const scopeFaults = [token.fault, ...refused].filter((fault) => fault?.code === "scope_missing");
  if (token.fault && scopeFaults.length === 0) return unseen(SCOPES, name, token.fault, sayFault(token.fault, name));
  const granted = token.value?.scopes;
  const missing = new Set([
    ...(granted ? definition.scopes.filter((scope) => !granted.includes(scope)) : []),
    ...scopeFaults.flatMap((fault) => fault?.scope ?? []),
  ]);
  if (missing.size === 0 && scopeFaults.length === 0)
    return fine(SCOPES, "scopes_complete", { seen: `${name} allows everything that is needed.` });
  return failed(SCOPES, "scope_missing", {
    seen:
      missing.size > 0
        ? `Missing: ${[...missing].join(", ")}.`
        : `${name} refuses for want of a permission, and does not say which.`,
    todo: `Have an administrator of ${name} connect again and accept everything that is asked for.`,
    explained: "permissions",
  });
}

/** Still the account that was connected. */
export function findAccount({ name, account }: Subject, { value, fault }: Looked<Account>): Finding {
  if (fault) return unseen(ACCOUNT, name, fault, sayFault(fault, name));
  if (!account || account.id === value.id)
    return fine(ACCOUNT, "account_same", { seen: [value.name, value.detail].filter(Boolean).join(", ") });
  return failed(ACCOUNT, "wrong_account", {
    seen: `Connected was “${account.name ?? account.id}”. Now it is “${value.name}”.`,
    todo: "Connect again, with the account that your team uses.",
    explained: "nobody",
  });
}
