import Slugger, { slug } from "github-slugger";

/** "“Don’t”, Café 2" → "dont", "cafe", "2": words of any script, in small letters. */
const wordsOf = (text: string): string[] =>
  text
    .normalize("NFKD")
    .toLowerCase()
    // of Latin letters only: elsewhere a mark makes another letter, or a vowel
    .replace(/(?<=[a-z])[\u0300-\u036f]+/g, "")
    .replace(/[’']/g, "")
    .normalize("NFKC")
    .match(/(?:\p{L}\p{M}*|\p{N})+/gu) ?? [];

/**
 * The name of a part of a page: "Sign in to your CRM" → "sign-in-to-your-crm", "Откройте окно" → "откройте-окно". What has
 * no letter is named by its signs: "→" → "u2192". "" for nothing.
 */
export const anchorOf = (title: string): string => wordsOf(title).join("-") || nameSigns(title);

const nameSigns = (text: string): string =>
  Array.from(text.replace(/\s/g, ""), (sign) => `u${sign.codePointAt(0)?.toString(16)}`).join("-");

/** A name for an address or a file, of Latin letters and digits alone; "" where the title has none. */
export const slugOf = (title: string): string =>
  wordsOf(title)
    .join("-")
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "");

/** Names headings in their order, as they are named in the built page: by the processor, and where it knows none as parts are. */
export function headingNames(): (text: string) => string {
  const slugger = new Slugger();
  return (text) => (isNameless(text) ? anchorOf(text) : slugger.slug(text));
}

export const isNameless = (heading: string): boolean => slug(heading) === "";
