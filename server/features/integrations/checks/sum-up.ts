import type { CheckState } from "../integrations.values.ts";

/** What all facts come to. A status page that cannot be read says nothing about a connection. */
export function sumUp(results: { fact: string; state: CheckState }[]): CheckState {
  const states = new Set(
    results.filter(({ fact, state }) => fact !== "vendor" || state !== "unknown").map(({ state }) => state),
  );
  for (const state of ["failed", "unknown", "warning"] as const) if (states.has(state)) return state;
  return "ok";
}
