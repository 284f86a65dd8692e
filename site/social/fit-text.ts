/** Breaks a title into lines, as large as its box allows; what is too long even for the smallest ends with "…". */

/** Gives the width of a text in em. */
export type Measure = (text: string) => number;
type Box = { width: number; height: number };
export type Fitted = { size: number; lines: string[] };

export const LEADING = 1.14;
const SIZES = [92, 82, 72, 64, 56];
const SMALLEST = 48;
/** Of the width, narrowest first: the first that takes no more lines leaves them about even. */
const SHARES = [0.55, 0.6, 0.65, 0.7, 0.75, 0.8, 0.85, 0.9, 0.95];

export function fitTitle(title: string, measure: Measure, box: Box): Fitted {
  const words = title.split(" ");
  const largest = SIZES.find((size) => fits(wrap(words, box.width / size, measure), size, box, measure));
  if (largest) return { size: largest, lines: even(words, box.width / largest, measure) };
  const limit = box.width / SMALLEST;
  const lines = wrap(
    words.flatMap((word) => hyphenate(word, limit, measure)),
    limit,
    measure,
  );
  const most = Math.floor(box.height / (SMALLEST * LEADING));
  if (lines.length <= most) return { size: SMALLEST, lines };
  const last = lines.slice(most - 1).join(" ");
  return { size: SMALLEST, lines: [...lines.slice(0, most - 1), cutLine(last, limit, measure)] };
}

/** One line, cut between words where that leaves any. */
export function cutLine(text: string, limit: number, measure: Measure): string {
  if (measure(text) <= limit) return text;
  let kept = text;
  while (kept && measure(`${kept}…`) > limit) kept = kept.slice(0, Math.max(kept.lastIndexOf(" "), 0));
  if (!kept) kept = longestStart(text, (start) => measure(`${start}…`) <= limit);
  return `${kept.replace(/[\s\p{P}]+$/u, "")}…`;
}

function wrap(words: string[], limit: number, measure: Measure): string[] {
  const lines: string[] = [];
  for (const word of words) {
    const longer = lines.length > 0 ? `${lines.at(-1)} ${word}` : word;
    if (lines.length > 0 && measure(longer) <= limit) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}

function even(words: string[], limit: number, measure: Measure): string[] {
  const full = wrap(words, limit, measure);
  const narrower = SHARES.map((share) => ({ width: limit * share, lines: wrap(words, limit * share, measure) }));
  const found = narrower.find(
    ({ width, lines }) => lines.length === full.length && lines.every((line) => measure(line) <= width),
  );
  return found?.lines ?? full;
}

const fits = (lines: string[], size: number, { width, height }: Box, measure: Measure): boolean =>
  lines.length * size * LEADING <= height && lines.every((line) => measure(line) * size <= width);

function longestStart(text: string, isShort: (start: string) => boolean): string {
  let kept = "";
  for (const sign of text) {
    if (!isShort(kept + sign)) break;
    kept += sign;
  }
  return kept;
}

/** A word that is wider than a line, in pieces. */
function hyphenate(word: string, limit: number, measure: Measure): string[] {
  if (measure(word) <= limit) return [word];
  const pieces = [""];
  for (const sign of word) {
    const longer = `${pieces.at(-1)}${sign}`;
    if (measure(`${longer}-`) <= limit) pieces[pieces.length - 1] = longer;
    else pieces.push(sign);
  }
  return pieces.map((piece, index) => (index < pieces.length - 1 ? `${piece}-` : piece));
}
