import { splitSentences } from "#server/knowledge/sentences.ts";
import { markLabels } from "./mark-labels.ts";
import { markLimits } from "./mark-limits.ts";
import { normalizeText } from "./normalize-text.ts";
import type { Limit, Tongue } from "./tongues/tongue.ts";

/** A piece of a text as it is compared. */
export type Token = {
  kind: "word" | "number" | "sign";
  /** As written. */
  raw: string;
  lower: string;
  /** Equal for forms of one word, and for ways to write one number. */
  key: string;
  /** Says little by itself. */
  light: boolean;
  /** Capitalised where no sentence, quotation or list item begins. */
  capital: boolean;
  /** Rises with every sentence, and within one with every comma and "and". */
  sentence: number;
  clause: number;
  /** What an article may say by it: "first" is 1. */
  also?: string;
  /** Stands in quotation marks of a few words; 0 where it does not. */
  quote: number;
  /** Belongs to a label or a limit: a "not" or "nothing" in it turns no statement. */
  inert: boolean;
  /** Of a figure: whether it is the least or the most. */
  limit?: Pick<Limit, "bound" | "strict" | "weak">;
};

export const isTelling = ({ light }: Token): boolean => !light;

const PIECE =
  /\p{N}[\p{L}\p{M}\p{N}_]*(?:[.:,'](?=\p{N})[\p{L}\p{M}\p{N}_]+)*|[\p{L}_][\p{L}\p{M}\p{N}_]*(?:'\p{L}[\p{L}\p{M}]*)?|\p{Sc}|[%°]|--|[^\s\p{L}\p{N}]/gu;
const MARK = /^[^\s\p{L}\p{N}_\p{Sc}%°]/u;
const CLAUSE = /^(?:[,;:()!?—|›•·]|--)/;
const BEGINS = /[.!?:"“(\]]|--/;

/** The tokens of a text, sentence by sentence. */
export function readTokens(text: string, tongue: Tongue): Token[] {
  const tokens: Token[] = [];
  let clause = 0;
  for (const [sentence, words] of splitSentences(tongue.normalize(normalizeText(text))).entries()) {
    clause++;
    let begins = true;
    let quote = 0;
    for (const [piece] of words.matchAll(PIECE)) {
      const isMark = MARK.test(piece);
      if (isMark) begins ||= BEGINS.test(piece);
      if (CLAUSE.test(piece) || tongue.clauseWords.has(piece.toLowerCase())) clause++;
      if (piece === '"') quote = quote > 0 ? 0 : tokens.length + 1;
      if (isMark) continue;
      const place = { sentence, clause, quote, inert: false };
      const isFirst = begins;
      tokens.push(
        ...readPiece(piece, tongue).map((each, at) => ({
          ...each,
          ...place,
          capital: each.capital && !(isFirst && at === 0),
        })),
      );
      begins = false;
    }
  }
  const joined = joinNumbers(tokens, tongue);
  markLabels(joined, tongue);
  markLimits(joined, tongue);
  return joined;
}

type Piece = Pick<Token, "kind" | "raw" | "lower" | "key" | "light" | "capital" | "also">;

function readPiece(piece: string, tongue: Tongue): Piece[] {
  if (/^[\p{Sc}%°]$/u.test(piece))
    return [{ kind: "sign", raw: piece, lower: piece, key: piece, light: true, capital: false }];
  const measured = /^(\p{N}[\p{N}.,]*)(\p{L}+)$/u.exec(piece);
  if (measured?.[1] && measured[2] && !/^(?:st|nd|rd|th|s)$/i.test(measured[2])) {
    return [numberPiece(measured[1], tongue), wordPiece(measured[2], tongue)];
  }
  if (/^\p{N}+(?:[.,:']\p{N}+)*(?:st|nd|rd|th|s|'s)?$/iu.test(piece)) return [numberPiece(piece, tongue)];
  return tongue.splitWord(piece).map((word) => wordPiece(word, tongue));
}

const numberPiece = (raw: string, { readFigure }: Tongue): Piece => ({
  kind: "number",
  raw,
  lower: raw.toLowerCase(),
  key: readFigure(raw),
  light: false,
  capital: false,
});

function wordPiece(raw: string, tongue: Tongue): Piece {
  const lower = raw.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  const number = tongue.readNumber(lower) ?? tongue.scales.get(lower) ?? null;
  if (number !== null) return { ...numberPiece(raw, tongue), key: String(number), capital: false };
  const key = tongue.keyOf(lower);
  const also = tongue.alsoNumbers.get(lower);
  const piece: Piece = { kind: "word", raw, lower, key, light: tongue.light.has(lower), capital: isName(raw, tongue) };
  return also ? { ...piece, also } : piece;
}

/** Where every noun has a capital, only one inside a word makes it a name. */
const isName = (raw: string, { capitalNames }: Tongue) => (capitalNames ? /^\p{Lu}/u : /\p{L}\p{Lu}/u).test(raw);

/** "twenty four" is one number, and so is "2 million". */
function joinNumbers(tokens: Token[], { readNumber, scales }: Tongue): Token[] {
  const joined: Token[] = [];
  for (const token of tokens) {
    const before = joined.at(-1);
    const by = scales.get(token.lower);
    if (before?.kind !== "number" || token.kind !== "number" || before.sentence !== token.sentence) joined.push(token);
    else if (by !== undefined)
      joined[joined.length - 1] = {
        ...before,
        raw: `${before.raw} ${token.raw}`,
        key: String(Number(before.key) * by),
      };
    else {
      const whole = readNumber(`${before.lower}-${token.lower}`);
      if (whole === null) joined.push(token);
      else joined[joined.length - 1] = { ...before, raw: `${before.raw}-${token.raw}`, key: String(whole) };
    }
  }
  return joined;
}
