import type { Tell } from "../report.ts";

/** A piece of a source that has been made ready for MDX: text, or a tag that may turn out not to be one. */
export type Piece = string | TagPiece;
export type TagPiece = {
  name: string;
  text: string;
  /** What a reader would read if it is no tag. */
  raw: string;
  line: number;
  kind: "open" | "close" | "alone";
  partner?: TagPiece;
  /** Left out, or read as text. */
  as?: "nothing" | "text";
};

const HTML =
  /^(?:a|abbr|article|aside|audio|b|blockquote|body|button|caption|center|cite|code|col|colgroup|dd|del|details|div|dl|dt|em|figcaption|figure|font|footer|form|h[1-6]|head|header|html|i|iframe|ins|kbd|label|li|main|mark|nav|object|ol|option|p|path|picture|pre|q|s|samp|section|select|small|span|strike|strong|sub|summary|sup|svg|table|tbody|td|textarea|tfoot|th|thead|title|tr|tt|u|ul|var|video)$/i;

/** What has more is no article, and pairing them would take for ever. */
const TAGS_MAX = 20_000;

/** Finds the end of each tag. One without is text, unless it is HTML: that is left out. */
export function pairTags(pieces: Piece[], tell: Tell): void {
  const open: TagPiece[] = [];
  const tags = pieces.filter((piece) => typeof piece !== "string").length;
  if (tags > TAGS_MAX) throw new Error(`It has ${tags} tags; ${TAGS_MAX} are the most that are read.`);
  for (const piece of pieces) {
    if (typeof piece === "string" || piece.kind === "alone") continue;
    if (piece.kind === "open") {
      open.push(piece);
      continue;
    }
    const at = open.findLastIndex(({ name }) => name === piece.name);
    if (at < 0) giveUp(piece, tell);
    else {
      for (const unclosed of open.splice(at + 1)) giveUp(unclosed, tell);
      const partner = open.pop();
      if (partner) Object.assign(piece, { partner });
      if (partner) partner.partner = piece;
    }
  }
  for (const unclosed of open) giveUp(unclosed, tell);
}

function giveUp(piece: TagPiece, tell: Tell): void {
  if (!HTML.test(piece.name)) {
    piece.as = "text";
    // `<NAME>` is what somebody fills in; what has attributes is a component
    if (piece.raw.includes("="))
      tell(piece.line, piece.raw, "A tag without its other half stands there as text. See what is missing around it.");
    return;
  }
  piece.as = "nothing";
  tell(piece.line, piece.raw, "A tag without its other half was left out. See whether the text around it is right.");
}

/** Leaves out the tag of this line, or the last before it, with its other half. Null when there is none. */
export function dropTagNear(pieces: Piece[], line: number): TagPiece | null {
  const tags = pieces.filter((piece): piece is TagPiece => typeof piece !== "string" && !piece.as);
  const near = tags.find((tag) => tag.line === line) ?? tags.findLast((tag) => tag.line < line) ?? tags[0];
  if (!near) return null;
  near.as = "nothing";
  if (near.partner) near.partner.as = "nothing";
  return near;
}

export const joinPieces = (pieces: Piece[]): string =>
  pieces
    .map((piece) => {
      if (typeof piece === "string") return piece;
      if (piece.as === "nothing") return piece.text.replace(/[^\n]/g, "");
      return piece.as === "text" ? `\\${piece.raw}` : piece.text;
    })
    .join("");
