import type { Rule } from "./fault.ts";
import { INITIALS } from "./read-runs.ts";

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
/** "10:30" is a time. */
const TIME = /^\d{1,2}:\d\d$/;

export const isAddress = (run: string) =>
  !INITIALS.test(run) && !TIME.test(run) && ADDRESSES.some((address) => address.test(run));

/** An address stands in a source exactly, or without its "https://". There is no partly right one. */
export const checkAddresses: Rule = (claim, { runs }) => {
  const strange = claim.runs.find(
    (run) => isAddress(run) && !runs.has(run) && !runs.has(`https://${run}`) && !runs.has(`http://${run}`),
  );
  return strange === undefined ? null : { reason: "address", what: strange };
};
