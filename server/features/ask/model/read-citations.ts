const NUMBER = String.raw`(?:(?:[Pp]assages?|[Ss]ources?) )?\d+`;
/** "[2]", "[2, 3]", "[2-4]", "[Passage 2]". */
export const CITATION = String.raw`\[${NUMBER}(?:\s*(?:[,;–-]|and|&)\s*${NUMBER})*\]`;
/** One after the other, with or without commas between. */
export const CITATIONS = String.raw`(?:${CITATION}(?:[,;]?\s*${CITATION})*)`;

const EACH = new RegExp(CITATION, "g");
const ALL = new RegExp(String.raw`\s*${CITATIONS}`, "g");
const RANGE = /(\d+)\s*[–-]\s*(?:(?:[Pp]assages?|[Ss]ources?) )?(\d+)/g;
/** A longer one is no list of passages. */
const RANGE_AT_MOST = 9;

/** The numbers that a text cites, each once. */
export function readCitations(text: string): number[] {
  const cited = [...text.matchAll(EACH)].flatMap(([citation]) =>
    [...citation.replace(RANGE, listRange).matchAll(/\d+/g)].map(([number]) => Number(number)),
  );
  return [...new Set(cited)];
}

function listRange(_: string, from: string, to: string): string {
  const length = Math.min(Math.max(Number(to) - Number(from) + 1, 1), RANGE_AT_MOST);
  return Array.from({ length }, (_each, at) => Number(from) + at).join(", ");
}

export const dropCitations = (text: string): string => text.replace(ALL, "");
