import { splitSentences } from "#server/knowledge/sentences.ts";
import { stem } from "#server/knowledge/stem.ts";
import { IRREGULAR } from "./irregular-forms.ts";
import { LIGHT_WORDS } from "./light-words.ts";
import { normalizeText } from "./normalize-text.ts";
import { readFigure, readNumberWord, SCALES } from "./read-numbers.ts";

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
};

export const isTelling = ({ light }: Token): boolean => !light;

const PIECE =
  /\p{N}[\p{L}\p{M}\p{N}_]*(?:[.:,'](?=\p{N})[\p{L}\p{M}\p{N}_]+)*|[\p{L}_][\p{L}\p{M}\p{N}_]*(?:'\p{L}[\p{L}\p{M}]*)?|\p{Sc}|[%°]|--|[^\s\p{L}\p{N}]/gu;
const MARK = /^[^\s\p{L}\p{N}_\p{Sc}%°]/u;
const CLAUSE = /^(?:[,;:()!?—|›•·]|--|(?:and|or|but|which|who|that|then|while|because|so)$)/i;
const BEGINS = /[.!?:"“(\]]|--/;

/** The tokens of a text, sentence by sentence. */
export function readTokens(text: string): Token[] {
  const tokens: Token[] = [];
  let clause = 0;
  for (const [sentence, words] of splitSentences(normalizeText(text)).entries()) {
    clause++;
    let begins = true;
    for (const [piece] of words.matchAll(PIECE)) {
      const isMark = MARK.test(piece);
      if (isMark) begins ||= BEGINS.test(piece);
      if (CLAUSE.test(piece)) clause++;
      if (isMark) continue;
      tokens.push(
        ...readPiece(piece).map((each, at) => ({
          ...each,
          capital: each.capital && !(begins && at === 0),
          sentence,
          clause,
        })),
      );
      begins = false;
    }
  }
  return joinNumbers(tokens);
}

type Piece = Omit<Token, "sentence" | "clause">;

function readPiece(piece: string): Piece[] {
  if (/^[\p{Sc}%°]$/u.test(piece))
    return [{ kind: "sign", raw: piece, lower: piece, key: piece, light: true, capital: false }];
  const measured = /^(\p{N}[\p{N}.,]*)(\p{L}+)$/u.exec(piece);
  if (measured?.[1] && measured[2] && !/^(?:st|nd|rd|th|s)$/i.test(measured[2])) {
    return [numberPiece(measured[1]), wordPiece(measured[2])];
  }
  if (/^\p{N}+(?:[.,:']\p{N}+)*(?:st|nd|rd|th|s|'s)?$/iu.test(piece)) return [numberPiece(piece)];
  const negated = /^(.+?)n't$/i.exec(piece);
  if (negated?.[1]) return [wordPiece(negated[1]), wordPiece("not")];
  if (/^cannot$/i.test(piece)) return [wordPiece("can"), wordPiece("not")];
  return [wordPiece(piece.replace(/'[\p{L}\p{M}]*$/u, ""))];
}

const numberPiece = (raw: string): Piece => ({
  kind: "number",
  raw,
  lower: raw.toLowerCase(),
  key: readFigure(raw),
  light: false,
  capital: false,
});

/** Equal for the forms of a word. */
export const readWordKey = (lower: string): string => stem(IRREGULAR.get(lower) ?? lower);

function wordPiece(raw: string): Piece {
  const lower = raw.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  const number = readNumberWord(lower) ?? SCALES.get(lower) ?? null;
  if (number !== null) return { ...numberPiece(raw), key: String(number), capital: false };
  const key = readWordKey(lower);
  return { kind: "word", raw, lower, key, light: LIGHT_WORDS.has(lower), capital: /^\p{Lu}/u.test(raw) };
}

/** "twenty four" is one number, and so is "2 million". */
function joinNumbers(tokens: Token[]): Token[] {
  const joined: Token[] = [];
  for (const token of tokens) {
    const before = joined.at(-1);
    const by = SCALES.get(token.lower);
    if (before?.kind !== "number" || token.kind !== "number" || before.sentence !== token.sentence) joined.push(token);
    else if (by !== undefined)
      joined[joined.length - 1] = {
        ...before,
        raw: `${before.raw} ${token.raw}`,
        key: String(Number(before.key) * by),
      };
    else {
      const whole = readNumberWord(`${before.lower}-${token.lower}`);
      if (whole === null) joined.push(token);
      else joined[joined.length - 1] = { ...before, raw: `${before.raw}-${token.raw}`, key: String(whole) };
    }
  }
  return joined;
}
