import { partFile } from "#content/article-path.ts";
import type { Mistake } from "#content/mistakes.ts";
import { directionOf } from "#content/direction.ts";
import { nearest } from "#content/nearest.ts";
import { checkBlocks } from "../check-blocks.ts";
import { checkMdx } from "../check-mdx.ts";
import { fillValues, placesOf } from "./fill-values.ts";
import { findUses, type PartUse } from "./find-uses.ts";
import { movePictures } from "./move-pictures.ts";
import type { Piece } from "./places.ts";
import { findPart, type Part } from "./read-parts.ts";

export type Whole = {
  /** With the parts in the places of their tags. */
  text: string;
  /** Where its lines are written; none when all are in the article's own file. */
  pieces: Piece[];
  /** The parts that its tags name. */
  used: Part[];
  /** Of the tags; lines are those of `text`. */
  mistakes: Mistake[];
};
type Written = { file: string; text: string; language: string };
export type PartBook = { parts: Part[]; /** The hub's first language. */ standard: string };

/**
 * The one place where parts become text: all that reads an article reads what comes out here. A tag that is wrong stays as
 * it is, and so do those of a text that is no MDX, where they may not be what they seem.
 * @param forPage for what readers get, where lines no longer matter
 */
export function putParts(written: Written, { parts, standard }: PartBook, { forPage = false } = {}): Whole {
  const { file, text, language } = written;
  const whole: Whole = { text, pieces: [], used: [], mistakes: [] };
  const uses = findUses(text);
  if (uses.length === 0 || checkMdx(written).length > 0) return whole;
  const { add, line, pieces, join } = collectLines(file);
  let from = 0;
  for (const use of uses) {
    add(text.slice(from, use.start));
    from = use.start;
    const part = findPart(parts, use.name, language, standard);
    const fault = use.fault ?? findFault(use, part, parts);
    if (fault) whole.mistakes.push({ file, line: line(), message: `<Part>: ${fault}` });
    if (part) whole.used.push(part);
    if (!part || fault || part.mistakes.length > 0) continue;
    const filled = fillValues((forPage ? asInPage(part, written) : part.text).trimEnd(), use.values);
    const blank = use.prefix.trimEnd();
    add(`${blank}\n`);
    pieces.push({ from: line(), file: part.file, line: 1, indent: use.prefix.length });
    add(filled.replace(/^.*$/gm, (each) => (each.trim() === "" ? blank : use.prefix + each)));
    add("\n");
    pieces.push({ from: line(), file, line: use.lastLine, indent: 0 });
    add(blank);
    from = use.end;
  }
  add(text.slice(from));
  return { ...whole, text: join(), pieces };
}

/** Its pictures are named as they are from the article's file, and what nobody has translated says what language it is in. */
function asInPage(part: Part, { file, language }: Written): string {
  const text = movePictures(part, file);
  const isWhole = checkBlocks(part).length === 0;
  if (part.language === language || !isWhole) return text;
  return `<div class="flow" lang="${part.language}" dir="${directionOf(part.language)}">\n\n${text.trimEnd()}\n\n</div>`;
}

function collectLines(file: string) {
  const texts: string[] = [];
  const pieces: Piece[] = [{ from: 1, file, line: 1, indent: 0 }];
  let line = 1;
  return {
    pieces,
    /** That the next text goes on with. */
    line: () => line,
    add: (text: string) => {
      texts.push(text);
      line += text.split("\n").length - 1;
    },
    join: () => texts.join(""),
  };
}

function findFault({ name, values }: PartUse, part: Part | undefined, parts: Part[]): string | null {
  if (!part) {
    const near = nearest(name, new Set(parts.map((each) => each.name)));
    return `there is no part "${name}": ${near ? `the nearest is "${near}"` : `write ${partFile(name)}`}`;
  }
  const { needed, possible } = placesOf(part.text);
  const missing = [...needed].find((each) => !values.has(each));
  if (missing) return `"${name}" needs ${missing}="…", for its {${missing}}`;
  const idle = [...values.keys()].find((each) => !possible.has(each));
  return idle ? `"${name}" has no {${idle}} to put ${idle}="…" into` : null;
}
