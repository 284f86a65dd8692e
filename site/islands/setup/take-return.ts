import { sayProblem } from "./setup-words.ts";

let said: string | null | undefined;

/** Why the customer came back from the CRM without letting us in; null when they did, or were not away. */
export function takeReturn(): string | null {
  if (said !== undefined) return said;
  const address = new URL(location.href);
  const code = address.searchParams.get("problem");
  said = code && sayProblem(code.slice(0, 40));
  if (code || address.searchParams.has("connected")) {
    // A reload is not another return.
    address.searchParams.delete("problem");
    address.searchParams.delete("connected");
    history.replaceState(history.state, "", address);
  }
  return said;
}
