import { NAMES } from "./drop-thoughts.ts";

const OPENING = NAMES.map((name) => `<${name}>`);
const CLOSING = NAMES.map((name) => `</${name}>`);
const TAGS = [...OPENING, ...CLOSING];

/** `wasThought`: all that was given before `text` was one. */
type Read = { text: string; wasThought: boolean };

/**
 * Some models' servers write what begins a thought themselves and leave it out of the stream, which then only says where the
 * thought ends. Nothing waits for that: what was given until then is taken back. An answer that has the beginning, too,
 * writes about such tags.
 */
export function endThought(): { read: (piece: string) => Read; end: () => string } {
  let held = "";
  let namesTags = false;
  return {
    read(piece) {
      const whole = held + piece;
      namesTags ||= findAfter(whole, OPENING) >= 0;
      const after = namesTags ? -1 : findAfter(whole, CLOSING);
      const rest = after < 0 ? whole : whole.slice(after).trimStart();
      held = namesTags ? "" : findBegun(rest);
      return { text: rest.slice(0, rest.length - held.length), wasThought: after >= 0 };
    },
    end: () => held,
  };
}

/** Where the first of these tags ends; -1 where there is none. */
function findAfter(text: string, tags: string[]): number {
  const lower = text.toLowerCase();
  const tag = tags.find((each) => lower.includes(each));
  return tag === undefined ? -1 : lower.indexOf(tag) + tag.length;
}

/** What a text ends with that may become a tag. */
function findBegun(text: string): string {
  const begun = text.slice(Math.max(0, text.lastIndexOf("<"))).toLowerCase();
  return begun.startsWith("<") && TAGS.some((tag) => tag.startsWith(begun)) ? text.slice(-begun.length) : "";
}
