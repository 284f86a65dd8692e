/**
 * Plants one false change in a true sentence, of every kind that fits. It shares no code with the checker that has to
 * find them, not even a pattern, so that neither learns the other's blind spots.
 */
import { createRandom } from "#test/eval/support/bootstrap.ts";
import { plantAddresses } from "./addresses.ts";
import { plantAnswers } from "./answers.ts";
import { plantClaims } from "./claims.ts";
import { plantCodes } from "./codes.ts";
import { plantDates } from "./dates.ts";
import { plantFigures } from "./figures.ts";
import { plantGlued } from "./glued.ts";
import { plantLabels } from "./labels.ts";
import { plantNames } from "./names.ts";
import { plantNegations } from "./negations.ts";
import type { Planted, Planter, Target } from "./planter.ts";

const PLANTERS: Planter[] = [
  plantFigures,
  plantDates,
  plantNames,
  plantLabels,
  plantAddresses,
  plantCodes,
  plantNegations,
  plantClaims,
  // last, so that a seed gives the others what it gave before
  plantGlued,
  plantAnswers,
];

/** All changes that fit; the same seed gives the same ones. */
export function plantAll(target: Omit<Target, "random">, seed: number): Planted[] {
  const random = createRandom(seed);
  const planted = PLANTERS.flatMap((planter) => planter({ ...target, random }));
  return planted.filter(({ text }) => text !== target.text && !target.support.includes(text));
}
