import { formatMistakes, type Mistake } from "#content/mistakes.ts";

/** What writers have to mend, before anything can be served. */
export class Refusal extends Error {}

/** @throws Refusal that names every mistake, if there is one. */
export function refuse(mistakes: Mistake[]): void {
  if (mistakes.length === 0) return;
  const count = mistakes.length === 1 ? "a mistake" : `${mistakes.length} mistakes`;
  throw new Refusal(`The content has ${count}:\n${formatMistakes(mistakes)}`);
}
