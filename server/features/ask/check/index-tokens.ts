import { lineOf } from "#server/knowledge/words.ts";
import type { Evidence, Paragraph } from "./evidence.ts";
import { rootOf } from "./name-roots.ts";
import type { Token } from "./read-tokens.ts";

/** Words of one family begin with the same letters, as "approve" and "approval" do. */
export const FAMILY = 5;
/** Sentences of two passages are no neighbours. */
const APART = 10;

/** Paragraphs as one text for looking up. */
export function indexTokens(parts: Paragraph[]): Evidence {
  const tokens: Token[] = [];
  for (const part of parts) {
    const first = (tokens.at(-1)?.sentence ?? 0) + APART;
    for (const token of part.tokens) tokens.push({ ...token, sentence: token.sentence + first });
  }
  const names = new Set(tokens.filter(({ capital }) => capital).map(({ lower }) => lower));
  const runs = new Set(parts.flatMap((part) => [...part.runs]));
  const at = new Map<string, number[]>();
  const families = new Map<string, number[]>();
  const words = new Map<string, number[]>();
  for (const [place, { key, lower, kind, also }] of tokens.entries()) {
    push(at, key, place);
    push(words, lower, place);
    // "one tab" counts, "one that" points
    if (also && !(also === "1" && lower !== "first" && tokens[place + 1]?.light !== false)) push(at, also, place);
    if (kind === "word" && lower.length >= FAMILY) push(families, lower.slice(0, FAMILY), place);
  }
  const bySentence = groupSentences(tokens);
  return {
    tokens,
    at,
    families,
    words,
    pairs: new Map(tokens.slice(1).map(({ lower }, before) => [`${tokens[before]?.lower}${lower}`, before])),
    names,
    roots: new Set([...names].map(rootOf)),
    runs,
    addresses: new Set(parts.flatMap(({ addresses }) => [...addresses])),
    parts: new Set([...runs].flatMap((run) => run.split(/[=:/\\]/))),
    sentences: new Set(parts.flatMap(({ sentences }) => [...sentences])),
    line: lineOf(tokens.map(({ lower }) => lower)),
    around: [],
    bySentence,
    sentenceAt: new Map(bySentence.map(([first], row) => [first?.sentence ?? -1, row])),
    paragraphs: parts,
    owners: parts.flatMap(({ owners }) => owners),
  };
}

function groupSentences(tokens: Token[]): Token[][] {
  const groups: Token[][] = [];
  for (const [at, token] of tokens.entries()) {
    if (tokens[at - 1]?.sentence === token.sentence) groups.at(-1)?.push(token);
    else groups.push([token]);
  }
  return groups;
}

function push(map: Map<string, number[]>, key: string, place: number): void {
  const known = map.get(key);
  if (known) known.push(place);
  else map.set(key, [place]);
}
