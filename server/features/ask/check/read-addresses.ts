import { INITIALS, lowerHost, readRuns } from "./read-runs.ts";

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

/**
 * What has an address in it, from space to space and sign by sign: a browser opens what is written, not what it looks
 * like. Only the case of a host is nothing, and the punctuation of a sentence around it.
 */
export const readAddresses = (text: string): string[] =>
  text
    .replace(/\p{Cf}/gu, "")
    .split(/\s+/u)
    .filter((written) => !PLAIN_WORD.test(written) && readRuns(written).some(isAddress))
    .map((written) => lowerHost(trimPunctuation(written)));

/** Nearly all of a text: not worth a look. */
const PLAIN_WORD = /^(?!localhost)[\p{L}\p{N}]*[.,]?$/iu;
const OPENING = new Set("\"'`“”„‟‘’‚«»‹›<([{*|…");
const CLOSING = new Set("\"'`“”„‟‘’‚«»‹›>*|….,:;!?");
/** These end an address whose own they are: "/Login_(new)". */
const PAIRS = new Map([
  [")", "("],
  ["]", "["],
  ["}", "{"],
]);

function trimPunctuation(written: string): string {
  let start = 0;
  while (OPENING.has(written.charAt(start))) start++;
  const count = (sign: string) => written.slice(start).split(sign).length - 1;
  const loose = new Map([...PAIRS].map(([close, open]) => [close, count(close) - count(open)]));
  let end = written.length;
  while (end > start) {
    const last = written.charAt(end - 1);
    const left = loose.get(last) ?? 0;
    if (left > 0) loose.set(last, left - 1);
    else if (!CLOSING.has(last)) break;
    end--;
  }
  return written.slice(start, end);
}
