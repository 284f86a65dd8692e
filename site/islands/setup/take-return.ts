import { connectProblemWords } from "#server/features/integrations/connections/connect-problems.values.ts";
import { setupConnectWords as t } from "./connect.words.ts";

let said: string | null | undefined;

/** Why the customer came back from the CRM without letting us in; null when they did, or were not away. */
export function takeReturn(crm: string): string | null {
  if (said !== undefined) return said;
  const address = new URL(location.href);
  const { searchParams } = address;
  const code = searchParams.get("problem");
  said = code && sayProblem(code, crm, searchParams.get("scope") ?? undefined);
  if (code || searchParams.has("connected")) {
    // A reload is not another return.
    for (const name of ["problem", "scope", "connected"]) searchParams.delete(name);
    history.replaceState(history.state, "", address);
  }
  return said;
}

function sayProblem(code: string, crm: string, scope: string | undefined): string {
  const words = connectProblemWords(code, crm, scope?.slice(0, 100));
  return words ? `${words.title} ${words.todo}` : t.connectingDidNotWork;
}
