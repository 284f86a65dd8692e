import { LIGHT_WORDS } from "./light-words.ts";
import type { Rule } from "./fault.ts";
import { readRuns } from "./read-runs.ts";

/** Whatever a reader could open, write to or type into an address bar, of any ending and in any disguise. */
const ADDRESSES = [
  /\/\//,
  /[\p{L}\p{N}]@[\p{L}\p{N}]/u,
  /^(?:www\.|mailto:|tel:|data:|javascript:|vbscript:|file:|ftp:|hxxps?|https?:)/i,
  /[\p{L}\p{N}\p{M}_-]\.[\p{L}\p{M}]{2}/u,
  /^xn--|\.xn--/i,
  /^localhost\b/i,
  /^\d{1,3}(?:\.\d{1,3}){3}(?:[:/]|$)/,
  /[\p{L}\p{N}]:\d{2,5}(?:\/|$)/u,
  /^(?:~|\.{1,2})?[\\/][\p{L}\p{N}_.]/u,
  /^[a-z]:[\\/]/i,
  /%[\da-f]{2}|&#?\w+$/i,
];
/** "U.S", "a.m", "J.R.R": letters with stops between them. */
const INITIALS = /^(?:\p{L}\.)+\p{L}?$/u;
/** "10:30" is a time. */
const TIME = /^\d{1,2}:\d\d$/;

const isAddress = (run: string) =>
  !INITIALS.test(run) && !TIME.test(run) && ADDRESSES.some((address) => address.test(run));

/** An address stands in a source exactly, or without its "https://". There is no partly right one. */
export const checkAddresses: Rule = ({ text }, { runs }) => {
  const strange = readRuns(text).find(
    (run) => isAddress(run) && !runs.has(run) && !runs.has(`https://${run}`) && !runs.has(`http://${run}`),
  );
  return strange === undefined ? null : { reason: "address", what: strange };
};

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

const isCode = (run: string) =>
  !FIGURE.test(run) && !INITIALS.test(run) && !LIGHT_WORDS.has(run) && CODES.some((code) => code.test(run));

/** A code stands in a source exactly, whatever its case; "A=1" has A and 1. */
export const checkCodes: Rule = ({ text }, { runs, words }) => {
  const strange = readRuns(text).find((run) => isCode(run) && !runs.has(run) && !words.has(run) && !hasPart(runs, run));
  return strange === undefined ? null : { reason: "code", what: strange };
};

const hasPart = (runs: ReadonlySet<string>, code: string): boolean => {
  for (const run of runs) {
    if (run.length > code.length && run.split(/[=:/\\]/).includes(code)) return true;
  }
  return false;
};
