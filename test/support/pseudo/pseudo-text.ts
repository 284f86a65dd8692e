/** A language that nobody speaks, made of English: each letter is foreign, each vowel doubled, and it is read from the right. */
import type { Message } from "#content/words.ts";

/** Arabic for a browser and for `Intl`; the region is one that no country has. */
export const PSEUDO = "ar-XB";

const FOREIGN: Record<string, string> = Object.fromEntries(
  Array.from(
    "aàeéiíoõuüyýbƀcçdðfƒgĝhĥjĵkķlļmɱnñpþqǫrŕsštŧvṽwŵxẋzžAÀEÉIÍOÕUÜYÝBƁCÇDÐFƑGĜHĤJĴKĶLĻMṀNÑPÞQǪRŔSŠTŦVṼWŴXẊZŽ",
  ).flatMap((letter, at, all) => (at % 2 === 0 ? [[letter, all[at + 1] ?? letter]] : [])),
);
const VOWEL = /[aeiou]/;
/** Values, addresses, and what is within tags stays as it is. */
const KEPT = /(\{[^}]*\}|https?:\/\/\S+|<[^>]*>)/;
/** Without a width; a text between two of them is one from right to left. */
const FROM_RIGHT = "\u200F";

export const hasEnglish = (text: string): boolean => /[A-Za-z]{2}/.test(text);

const accent = (text: string, lengthen: boolean): string =>
  text.replace(/[A-Za-z]/g, (letter) => {
    const foreign = FOREIGN[letter] ?? letter;
    return lengthen && VOWEL.test(letter) ? foreign + foreign : foreign;
  });

const outsideKept = (text: string, kept: RegExp, lengthen: boolean): string =>
  text
    .split(kept)
    .map((piece, at) => (at % 2 === 1 ? piece : accent(piece, lengthen)))
    .join("");

/** A text of the interface: some 40 % longer. */
export const pseudo = (text: string): string => `${FROM_RIGHT}${outsideKept(text, KEPT, true)}${FROM_RIGHT}`;

export const pseudoMessage = (message: Message): Message =>
  typeof message === "string" ? pseudo(message) : { one: pseudo(message.one), other: pseudo(message.other) };

/** A writer's text, which has limits: no longer than it was. */
export const pseudoProse = (text: string): string => outsideKept(text, KEPT, false);

const SPOKEN = ["title", "short", "expect", "symptom", "alt", "caption", "ask", "says"].join("|");
const ATTRIBUTES = new RegExp(String.raw`\b(${SPOKEN})="([^"]*)"`, "g");
/** Code, what follows a link's text, blocks and values are not text. */
const NO_PROSE = /(`[^`]*`|\]\([^)]*\)|https?:\/\/\S+|<[^>]*>|\{[^}]*\})/;

/** The body of an article: what a reader sees of it. Blocks keep their names, links their targets. */
export const pseudoMdx = (body: string): string =>
  outsideKept(body, NO_PROSE, false).replace(
    ATTRIBUTES,
    (_all, name: string, text: string) => `${name}="${pseudoProse(text)}"`,
  );
