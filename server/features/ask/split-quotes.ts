import type { KnowledgeBlock } from "#content/knowledge.ts";
import { splitSentences } from "#server/knowledge/sentences.ts";
import type { Passage } from "#server/knowledge/split-passages.ts";
import { joinLeaning } from "./join-leaning.ts";

type Prose = Extract<KnowledgeBlock, { type: "prose" }>;

/** A label before what it announces ("HubSpot:"), and the number of a list's item, are no sentences. */
const LEADS_ON = /:$|^\(?\d{1,2}[.)]$/;
/** Words that a text without a full stop needs to say something: titles of callouts and bare links have fewer. */
const WORDS_ALONE = 9;
/** "Which fields to map first, and what to check." A summary may say what an article is about, and nothing of it. */
const ANNOUNCES = /^(?:which|what|why|how|where|when|who|welche\p{L}*|was|warum|wie|wo|wann|wer)(?!\p{L})[^?]*$/iu;

/**
 * What of a passage's prose can be quoted by itself: sentences, items of a list, and short lists as a whole. Code is quoted by
 * what announces it, or for want of anything else.
 */
export function splitQuotes({ article, blocks }: Passage): string[] {
  const prose = blocks.filter((block) => block.type === "prose");
  const said = prose.map((block) => (block.text === article.summary ? dropAnnounced(block) : block));
  const runs = splitAtCode(said).map(quoteRun);
  const quotes = runs.flat();
  if (quotes.length === 0) return beginCode(prose);
  const telling = runs.flatMap((run, at) => {
    const isBeforeCode = at < runs.length - 1;
    return run.filter((text) => tells(text) || (isBeforeCode && text.endsWith(":")));
  });
  return telling.length > 0 ? telling : quotes;
}

/** Of a passage of code alone as much as is quoted of anything. */
function beginCode(blocks: Prose[]): string[] {
  const block = blocks.find(({ code }) => code) ?? blocks.find(({ code }) => code !== undefined);
  return block ? cutLong(block.text).slice(0, 1) : [];
}

const tells = (text: string): boolean =>
  /[.!?…][”"’)\]]*$|[:·] ?\S/.test(text) || text.split(" ").length >= WORDS_ALONE;

/** What stands between blocks of code: nothing leads on across one. */
function splitAtCode(blocks: Prose[]): Prose[][] {
  const runs: Prose[][] = [[]];
  for (const block of blocks) {
    if (block.code === undefined) runs.at(-1)?.push(block);
    else runs.push([]);
  }
  return runs;
}

function quoteRun(blocks: Prose[]): string[] {
  const quotes = joinLists(blocks).flatMap(({ text, item }) =>
    (item && text.length <= LIST ? [text] : joinLeaning(splitSentences(text))).flatMap(cutLong),
  );
  const joined: string[] = [];
  quotes.forEach((text, at) => {
    if (LEADS_ON.test(quotes[at - 1] ?? "")) joined.push([joined.pop(), text].filter(Boolean).join(" "));
    else joined.push(text);
  });
  return joined;
}

const dropAnnounced = (block: Prose): Prose => ({
  ...block,
  text: splitSentences(block.text)
    .filter((text) => !ANNOUNCES.test(text))
    .join(" "),
});

/** A list up to so many characters is quoted with what announces it, all of it or nothing: "six fields" are not two. */
const LIST = 500;

function joinLists(blocks: Prose[]): Prose[] {
  const joined: Prose[] = [];
  for (let at = 0; at < blocks.length; at++) {
    const block = blocks[at];
    if (!block) continue;
    const leadsOn = block.text.endsWith(":") && /\s/.test(block.text);
    const items = !block.item && leadsOn ? takeItems(blocks, at + 1) : [];
    joined.push(...(items.length > 0 ? withItems(block, items) : [block]));
    at += items.length;
  }
  return joined;
}

function withItems(block: Prose, items: Prose[]): Prose[] {
  const whole = joinProse([block, ...items]);
  if (whole.text.length <= LIST) return [whole];
  const sentences = splitSentences(block.text);
  const before = { ...block, text: sentences.slice(0, -1).join(" ") };
  const list = joinProse([{ ...block, text: sentences.at(-1) ?? "" }, ...items]);
  return [before, ...(list.text.length <= LIST ? [list] : items)].filter(({ text }) => text !== "");
}

const joinProse = (blocks: Prose[]): Prose => ({
  type: "prose",
  text: blocks.map(({ text }) => text).join(" "),
  item: true,
});

function takeItems(blocks: Prose[], from: number): Prose[] {
  const end = blocks.findIndex((block, at) => at >= from && !block.item);
  return blocks.slice(from, end < 0 ? blocks.length : end);
}

/** Longer than any sentence that people write on purpose (characters): a list that lost its layout. */
const LONG = 600;

/** A long list in parts, cut where one item ends. */
function cutLong(sentence: string): string[] {
  if (sentence.length <= LONG) return [sentence];
  const parts: string[] = [];
  for (const item of sentence.split(/(?<=[;,:])\s+|\s+(?=[*•▪] )/).flatMap(cutWords)) {
    const joined = `${parts.at(-1)} ${item}`;
    if (parts.length > 0 && joined.length <= LONG) parts[parts.length - 1] = joined;
    else parts.push(item);
  }
  return parts;
}

/** An item without any sign in it, cut between words. */
const cutWords = (item: string): string[] =>
  item.length <= LONG ? [item] : (item.match(new RegExp(String.raw`\S.{0,${LONG - 2}}\S(?!\S)|\S+`, "g")) ?? [item]);
