import { blankCode } from "../mdx-tags.ts";

/** `{crm}`, and `={crm}` of a block's attribute. */
const PLACE = /(?<!\\)(=?)\{\s*([A-Za-z_]\w*)\s*\}/g;
const NO_NAMES = new Set(["true", "false", "null", "undefined"]);

/** The names of a part's places. In code braces are code, and may be a place. */
export function placesOf(text: string): { needed: Set<string>; possible: Set<string> } {
  const namesIn = (read: string) =>
    new Set([...read.matchAll(PLACE)].map(([, , name = ""]) => name).filter((name) => !NO_NAMES.has(name)));
  return { needed: namesIn(blankCode(text)), possible: namesIn(text) };
}

/** A part's text with the values in their places; no value is read as a tag, or as code. Every line keeps its number. */
export function fillValues(text: string, values: Map<string, string>): string {
  if (values.size === 0) return text;
  const blanked = blankCode(text);
  return text.replace(PLACE, (all, equals: string, name: string, at: number) => {
    const value = values.get(name)?.replace(/\s*\n\s*/g, " ");
    if (value === undefined) return all;
    if (blanked[at] !== text[at]) return equals + value;
    if (!equals) return value.replace(/[{<]/g, String.raw`\$&`);
    return value.includes('"') ? `='${value}'` : `="${value}"`;
  });
}
