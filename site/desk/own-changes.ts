import type { CaseSummary } from "#server/features/desk/desk.schema.ts";
import { inbox, openCase } from "./cases.ts";
import { takeTurns } from "./turns.ts";

/** The version that this window's last change of a case left it at. */
const leftAt = new Map<string, number>();

/**
 * One change after the other. What is pressed while another is on its way waits until that is made and shown: it would else
 * be made to the case as it was, and refused, or take back what was done before.
 */
export const inTurn = takeTurns();

export const noteOwn = ({ id, version }: { id: string; version: number }): void => void leftAt.set(id, version);

/** The case as this window's own changes left it. What others changed since it was shown is not passed over. */
export function asLeft(shown: CaseSummary): CaseSummary {
  const version = leftAt.get(shown.id) ?? 0;
  if (version <= shown.version) return shown;
  return findShown(shown.id, (entry) => entry.version === version) ?? shown;
}

/** The case as it is on the screen: open, or in the list. */
export function findShown(id: string, test: (entry: CaseSummary) => boolean = () => true): CaseSummary | undefined {
  const { value: open } = openCase.state.value;
  const rows = inbox.state.value.value?.items ?? [];
  return [...(open ? [open] : []), ...rows].find((entry) => entry.id === id && test(entry));
}
