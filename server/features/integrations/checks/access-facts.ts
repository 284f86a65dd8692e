import type { Account, TokenCheck } from "../connector.ts";
import type { ConnectionState } from "../integrations.values.ts";
import { isPassing, type VendorFault } from "../vendor-fault.ts";
import { EXPLAINS, unseen } from "./faults.ts";
import { checkTexts as t, failed, fine, unknown, type Finding } from "./finding.ts";
import type { Looked } from "./look.ts";
import { sayFault } from "./say-fault.ts";
import type { Subject } from "./subject.ts";

const OPERATOR = { fact: "operator", title: t.titles.operator };
const TOKEN = { fact: "token", title: t.titles.token };
const SCOPES = { fact: "scopes", title: t.titles.scopes };
const ACCOUNT = { fact: "account", title: t.titles.account };

/** Whether the operator has an app at the vendor: without one nothing can be asked. */
export const findOperator = ({ hasApp, name }: Subject): Finding =>
  hasApp
    ? fine(OPERATOR, "operator_ready", { seen: t.operator_ready(name) })
    : failed(OPERATOR, "operator_missing", {
        seen: t.operator_missing.seen(name),
        todo: t.operator_missing.todo,
      });

/** Nobody has let us in yet. */
const NOT_YET: ReadonlySet<ConnectionState> = new Set(["new", "waiting", "refused", "approved"]);
export const canBeAsked = ({ hasApp, state }: Subject): boolean => hasApp && !NOT_YET.has(state);

/** A permission that is missing leaves the sign-in itself in order. */
export function findToken(subject: Subject, { fault }: Looked<unknown>): Finding {
  const { name, hasApp, state, definition } = subject;
  if (!hasApp) return unknown(TOKEN, "not_looked_at", { seen: t.not_looked_at.operator(name) });
  if (NOT_YET.has(state)) return findNotConnected(subject);
  if (!fault || fault.code === "scope_missing") return fine(TOKEN, "token_works", { seen: t.token_works(name) });
  const said = { ...sayFault(fault, name), explained: EXPLAINS[fault.code] };
  if (isPassing(fault)) return unknown(TOKEN, fault.code, said);
  return failed(TOKEN, fault.code, definition.way === "tenant" ? { ...said, explained: "messages" } : said);
}

const findNotConnected = ({ name, state, definition }: Subject): Finding =>
  failed(TOKEN, "not_connected", {
    ...(state === "waiting"
      ? t.not_connected.waiting
      : { seen: t.not_connected.seen(name), todo: t.not_connected.todo(name) }),
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
    return fine(SCOPES, "scopes_complete", { seen: t.scopes_complete(name) });
  return failed(SCOPES, "scope_missing", {
    seen: missing.size > 0 ? t.scope_missing.named({ list: [...missing] }) : t.scope_missing.seen(name),
    todo: t.scope_missing.todo(name),
    explained: "permissions",
  });
}

/** Still the account that was connected. */
export function findAccount({ name, account }: Subject, { value, fault }: Looked<Account>): Finding {
  if (fault) return unseen(ACCOUNT, name, fault, sayFault(fault, name));
  if (!account || account.id === value.id)
    return fine(ACCOUNT, "account_same", {
      seen: value.detail ? t.account_same(value.name, value.detail) : value.name,
    });
  return failed(ACCOUNT, "wrong_account", {
    seen: t.wrong_account.seen(account.name ?? account.id, value.name),
    todo: t.wrong_account.todo,
    explained: "nobody",
  });
}
