import { splitSentences } from "#server/knowledge/sentences.ts";
import type { Passage } from "#server/knowledge/split-passages.ts";
import type { NumberedSource } from "../sources.ts";
import { readSentence } from "./claim.ts";
import { toPlainText } from "./plain-text.ts";
import { rootOf } from "./name-roots.ts";
import { ALSO_NUMBERS } from "./read-numbers.ts";
import { readRuns } from "./read-runs.ts";
import { readTokens, type Token } from "./read-tokens.ts";

/** What sources say, taken apart for looking up. */
export type Evidence = {
  tokens: Token[];
  /** Where each key stands. */
  at: ReadonlyMap<string, number[]>;
  /** Where words of one beginning stand. */
  families: ReadonlyMap<string, number[]>;
  /** Words as written, in lower case. */
  words: ReadonlyMap<string, number[]>;
  /** Two neighbouring words as one: "sign in" has "signin". */
  pairs: ReadonlyMap<string, number>;
  /** Words that are capitalised somewhere inside a sentence. */
  names: ReadonlySet<string>;
  /** What is left of them without such ends as "Canadian" has. */
  roots: ReadonlySet<string>;
  /** Addresses, codes and what else is written without spaces. */
  runs: ReadonlySet<string>;
  /** What runs have between "=", ":" and "/". */
  parts: ReadonlySet<string>;
  /** Sentences, word for word. */
  sentences: ReadonlySet<string>;
  /** All words in lower case, with a space at both ends. */
  line: string;
  /** Telling words around each place, once somebody asked. */
  around: ReadonlySet<string>[];
  /** Tokens sentence by sentence. */
  bySentence: Token[][];
};

/** Words of one family begin with the same letters, as "approve" and "approval" do. */
export const FAMILY = 5;
/** Sentences of two passages are no neighbours. */
const APART = 10;

/** What was read of a source, and of it together with the next. */
type Read = { evidence: Evidence; with: WeakMap<NumberedSource, Read> };
const firstRead = new WeakMap<NumberedSource, Read>();

/** Sources are read once, however many sentences are held against them. */
export function readEvidence(sources: NumberedSource[]): Evidence {
  let known = firstRead;
  let evidence: Evidence | null = null;
  for (const source of sources) {
    const read: Read = known.get(source) ?? readNext(evidence, source);
    known.set(source, read);
    known = read.with;
    evidence = read.evidence;
  }
  return evidence ?? indexTokens([]);
}

const readNext = (before: Evidence | null, source: NumberedSource): Read => ({
  evidence: before ? indexTokens([before, readEvidence([source])]) : readSource(source),
  with: new WeakMap(),
});

type Texts = Pick<Evidence, "tokens" | "runs" | "sentences">;

function readSource({ passages }: NumberedSource): Evidence {
  const texts = [...new Set(passages.flatMap(textsOf))].filter(Boolean);
  return indexTokens(
    texts.map((text) => ({
      tokens: readTokens(spellDates(text)),
      runs: new Set(readRuns(text)),
      sentences: new Set(splitSentences(text).map((sentence) => readSentence(toPlainText(sentence)))),
    })),
  );
}

/** Everything that a reader meets when opening the source: titles, headings, and each field of a block by itself. */
function textsOf({ article, section, heading, blocks, text }: Passage): string[] {
  const fields = blocks.flatMap((block) => {
    if (block.type === "prose") return [block.text];
    if (block.type === "step") return [block.title, block.text, block.expect ?? ""];
    return [block.symptom, block.cause, block.fix, block.verify];
  });
  return [article.title, ...section.path, heading, ...(fields.length > 0 ? fields : [text])];
}

function indexTokens(parts: Texts[]): Evidence {
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
  for (const [place, { key, lower, kind }] of tokens.entries()) {
    push(at, key, place);
    push(words, lower, place);
    const also = ALSO_NUMBERS.get(lower);
    // "one tab" counts, "one that" points
    if (also && !(lower === "one" && tokens[place + 1]?.light !== false)) push(at, also, place);
    if (kind === "word" && lower.length >= FAMILY) push(families, lower.slice(0, FAMILY), place);
  }
  return {
    tokens,
    at,
    families,
    words,
    pairs: new Map(tokens.slice(1).map(({ lower }, before) => [`${tokens[before]?.lower}${lower}`, before])),
    names,
    roots: new Set([...names].map(rootOf)),
    runs,
    parts: new Set([...runs].flatMap((run) => run.split(/[=:/\\]/))),
    sentences: new Set(parts.flatMap(({ sentences }) => [...sentences])),
    line: ` ${tokens.map(({ lower }) => lower).join(" ")} `,
    around: [],
    bySentence: groupSentences(tokens),
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

const MONTHS = "January February March April May June July August September October November December".split(" ");

/** "2026-03-10" is 10 March 2026 as well. */
const spellDates = (text: string): string =>
  text.replace(/\b(\d{4})-(\d\d)-(\d\d)\b/g, (date, year: string, month: string, day: string) => {
    const name = MONTHS[Number(month) - 1];
    return name ? `${date} (${Number(day)} ${name} ${year})` : date;
  });
