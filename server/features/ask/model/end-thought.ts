import { THOUGHT_TAGS } from "./drop-thoughts.ts";

const TAGS = THOUGHT_TAGS.flatMap((name) => [`<${name}>`, `</${name}>`]);
const OPENING = new RegExp(`<(?:${THOUGHT_TAGS.join("|")})>`, "i");
const THOUGHT = new RegExp(String.raw`^[^]*</(?:${THOUGHT_TAGS.join("|")})>\s*`, "i");

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
      namesTags ||= OPENING.test(whole);
      const rest = namesTags ? whole : whole.replace(THOUGHT, "");
      held = namesTags ? "" : findBegun(rest);
      return { text: rest.slice(0, rest.length - held.length), wasThought: rest !== whole };
    },
    end: () => held,
  };
}

/** What a text ends with that may become a tag. */
function findBegun(text: string): string {
  const begun = text.slice(Math.max(0, text.lastIndexOf("<"))).toLowerCase();
  return begun.startsWith("<") && TAGS.some((tag) => tag.startsWith(begun)) ? text.slice(-begun.length) : "";
}
