import type { Rule } from "./fault.ts";
import { isAddress } from "./read-addresses.ts";
import { INITIALS } from "./read-runs.ts";

/** Signs that no word has: keys, options, error codes, file names, "a=b", "MV-15D". */
const CODES = [
  /[\p{L}\p{N}][_\\@=~^+&#*$][\p{L}\p{N}]/u,
  /^_|_$/,
  /^--?\p{L}/u,
  /^\.\p{L}/u,
  /\p{L}[.:]{1,2}[\p{L}\p{N}]/u,
  /\p{Lu}-?\p{N}|\p{N}-?\p{Lu}/u,
  /\p{L}\p{N}|\p{N}\.\p{L}/u,
  /\/.*\/|\/[\d.]|\d\/\p{L}/u,
];
/** "5th", "20GB", "3x", "10am", "1990s": figures, which have a rule of their own. */
const FIGURE = /^[\p{Sc}#]?\p{N}[\p{N}.,:]*(?:-?\p{N}[\p{N}.,:]*)*[%+]?(?:\p{L}{1,3})?$/u;

const isCode = (run: string, light: ReadonlySet<string>) =>
  !FIGURE.test(run) && !INITIALS.test(run) && !light.has(run) && CODES.some((code) => code.test(run));

/** A code stands in a source exactly, whatever its case; "A=1" has A and 1. Addresses have a rule of their own. */
export const checkCodes: Rule = (claim, { parts, runs, words }) => {
  const strange = claim.runs.find(
    (run) => isCode(run, claim.tongue.light) && !isAddress(run) && !runs.has(run) && !words.has(run) && !parts.has(run),
  );
  return strange === undefined ? null : { reason: "code", what: strange };
};
