/** Seconds without a word, after which something else is spoken of. */
const PAUSE = 2;
const TIMES = /^\s*((?:\d+:)?\d+:\d+\.\d+)\s+-->\s+((?:\d+:)?\d+:\d+\.\d+)/;
const ENTITIES: Record<string, string> = { amp: "&", lt: "<", gt: ">", nbsp: " ", lrm: "\u200e", rlm: "\u200f" };

/**
 * What captions say, as paragraphs to read: a new one after a pause. https://www.w3.org/TR/webvtt1/
 * @param vtt the text of a .vtt file; what is no cue in it (notes, styles, regions) is left out
 */
export function readCaptions(vtt: string): string[] {
  const paragraphs: string[] = [];
  let [ended, last] = [-Infinity, ""];
  for (const block of vtt.replaceAll(/\r\n?/g, "\n").split(/\n{2,}/)) {
    const lines = block.split("\n");
    const at = lines.findIndex((line) => TIMES.test(line));
    const [, from = "", to = ""] = TIMES.exec(lines[at] ?? "") ?? [];
    const words = plainText(lines.slice(at + 1).join(" "));
    // captions that roll up show a line twice
    if (at < 0 || words === "" || words === last) continue;
    if (secondsOf(from) - ended < PAUSE) paragraphs.push(`${paragraphs.pop() ?? ""} ${words}`.trim());
    else paragraphs.push(words);
    [ended, last] = [secondsOf(to), words];
  }
  return paragraphs;
}

const plainText = (cue: string): string =>
  cue
    .replaceAll(/<[^>]*>/g, "")
    .replaceAll(/&(\w+);/g, (entity, name: string) => ENTITIES[name] ?? entity)
    .replaceAll(/\s+/g, " ")
    .trim();

const secondsOf = (time: string): number => time.split(":").reduce((sum, part) => sum * 60 + Number(part), 0);
