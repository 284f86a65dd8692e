import { newId } from "#server/core/ids.ts";
import type { ConnectionCheck } from "../checks.schema.ts";
import type { ConnectionRow } from "../connections/find-connection.ts";
import { checkConnection } from "./check-connection.ts";
import { keepResult, type KeptCheck, type KeptResult } from "./kept-result.ts";
import type { ChecksDeps } from "./checks.deps.ts";
import { openChecked } from "./open-checked.ts";
import { sumUp } from "./sum-up.ts";

/** They come as the CRM answers; people read first what the rest depends on. */
const ORDER = ["operator", "token", "scopes", "account", "referrers", "leads", "qualify", "saved", "vendor", "webhook"];
const placeOf = ({ fact }: KeptResult): number => {
  const [what, half] = fact.split(":");
  return ORDER.indexOf(half ?? what ?? "");
};
const byFact = (one: KeptResult, other: KeptResult): number => placeOf(one) - placeOf(other);

/**
 * Checks one connection: yields each result as it comes, and gives the whole check, which the caller keeps. Null:
 * `signal` was aborted before its end.
 */
export async function* runCheck(
  deps: ChecksDeps,
  row: ConnectionRow,
  by: ConnectionCheck["by"],
  signal: AbortSignal,
): AsyncGenerator<KeptResult, KeptCheck | null> {
  const checked = await openChecked(deps, row);
  const results: KeptResult[] = [];
  for await (const finding of checkConnection(checked, signal)) {
    const result = keepResult(deps, finding);
    results.push(result);
    yield result;
  }
  if (signal.aborted) return null;
  results.sort(byFact);
  return { id: newId("chk"), at: deps.integrations.clock.now().toISOString(), state: sumUp(results), by, results };
}
