import { ApiProblem } from "#site/problem.ts";
import { takeTurns } from "./turns.ts";

/** Files that are dropped while others are on their way follow them. */
export const fileTurn = takeTurns();

/** What kept the last files away, by their case. */
const faults = new Map<string, string>();

/** `says`: null where they arrived. */
export function noteFiles(caseId: string, says: string | null): void {
  if (says === null) faults.delete(caseId);
  else faults.set(caseId, says);
}

/**
 * A reply takes along what is on its way to its case: this waits for it. @throws ApiProblem once for a file that did not
 * arrive, so that a reply which speaks of it does not go without unless it is sent again
 */
export async function filesThere(caseId: string): Promise<void> {
  await fileTurn(async () => {});
  const says = faults.get(caseId);
  faults.delete(caseId);
  if (says) throw new ApiProblem(0, { detail: `Not sent yet, since a file did not arrive. ${says}` });
}
