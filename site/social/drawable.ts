import type { Typeface } from "./typeface.ts";

/**
 * A text as the typeface can draw it, in one line: signs that it lacks are left out, such as emoji and arrows. Null where
 * it lacks a letter or a digit, as of another script: half a title would be worse than none.
 */
export function drawable(text: string, has: Typeface["has"]): string | null {
  const signs = Array.from(text.normalize("NFC").replace(/\s+/g, " "));
  let drawn = "";
  for (const sign of signs) {
    if (has(sign)) drawn += drawn.endsWith(" ") && sign === " " ? "" : sign;
    else if (/[\p{L}\p{N}]|(?!\p{Variation_Selector})\p{M}/u.test(sign)) return null;
    // with the space before it, which would stand before a comma otherwise
    else drawn = drawn.trimEnd();
  }
  return drawn.trim() || null;
}
