import { normalizeText } from "./normalize-text.ts";

/** Endings that make an address even of a spaced-out "evil . com". */
const ENDINGS =
  "com|net|org|io|dev|co|uk|de|fr|ru|cn|in|info|biz|app|xyz|top|online|site|shop|store|cloud|tech|link|click|live|me|ai|eu|us|gov|edu|zip|mov|example|test|local|internal|onion";
/** No English words: a capital does not make them the beginning of a sentence. */
const SURE = "com|net|org|io|uk|fr|ru|cn|biz|xyz|eu|gov|edu";
const SPACED = new RegExp(String.raw`(?<=[\p{L}\p{N}])\s?\.\s?(?=(?:${ENDINGS})(?![\p{L}\p{N}]))`, "gu");
const SPACED_CAPITAL = new RegExp(String.raw`(?<=[\p{L}\p{N}])\s?\.\s?(?=(?:${SURE})(?![\p{L}\p{N}]))`, "giu");

/** What is written without spaces, freed of the punctuation around it; disguised dots and at signs are put right. */
export function readRuns(text: string): string[] {
  const plain = normalizeText(text)
    .replace(/(?<=[a-z\d])[。︒]|[。︒](?=[a-z\d])/gi, ".")
    .replace(/\s?[[({]\s?(?:\.|dot|punkt|point)\s?[\])}]\s?/gi, ".")
    .replace(/\s?[[({]\s?(?:@|at)\s?[\])}]\s?/gi, "@")
    .replace(/(?<=[\p{L}\p{N}])\s(?:dot|punkt)\s(?=[\p{L}\p{N}])/giu, ".")
    .replace(/(?<=[\p{L}\p{N}])\s?@\s?(?=[\p{L}\p{N}])/gu, "@")
    .replace(SPACED, ".")
    .replace(SPACED_CAPITAL, ".")
    // a lost space between two sentences
    .replace(/(?<=\s)\.(?=\p{Lu}\p{Ll})/gu, ". ");
  return plain.split(/[\s"<>()[\]{},;|]+/u).flatMap((run) => trimRun(run) || []);
}

/** Without quotes and stops at its ends; the name of a host in lower case. */
function trimRun(run: string): string {
  let end = run.length;
  while (end > 0 && ".:!?'*…".includes(run.charAt(end - 1))) end--;
  let start = 0;
  while (start < end && "'*:!?…".includes(run.charAt(start))) start++;
  return lowerHost(run.slice(start, end));
}

/** A path keeps its case, "Example.com" does not. Of the letters of all scripts only these are the same to every browser. */
export function lowerHost(run: string): string {
  const from = run.indexOf("//") < 0 ? 0 : run.indexOf("//") + 2;
  const end = run.slice(from).search(/[/?#]/);
  const host = end < 0 ? run : run.slice(0, from + end);
  const path = run.slice(host.length);
  return host.replace(/[A-Z]+/g, (letters) => letters.toLowerCase()) + (path === "/" ? "" : path);
}

/** "U.S", "a.m", "J.R.R": letters with stops between them. */
export const INITIALS = /^(?:\p{L}\.)+\p{L}?$/u;
