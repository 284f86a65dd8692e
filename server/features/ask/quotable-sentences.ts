import { textOfBlock, type Passage } from "#server/knowledge/split-passages.ts";
import { splitSentences } from "#server/knowledge/sentences.ts";
import { splitWords } from "#server/knowledge/words.ts";
import { stem } from "#server/knowledge/stem.ts";

/** A sentence that can be quoted by itself, word for word. */
export type Quotable = {
  passage: Passage;
  text: string;
  /** Where it begins in its article: in which section, and after how many characters of it. */
  place: { section: number; from: number };
  words: ReadonlySet<string>;
  stems: ReadonlySet<string>;
  /** Its stems in their order, with a space around each. */
  line: string;
};

/** So many passages are kept read: those that are asked for again and again. */
const KEPT = 1000;
const known = new Map<Passage, Quotable[]>();

/** The sentences of a passage's prose, in their order. */
export function quotableSentences(passage: Passage): Quotable[] {
  const found = known.get(passage) ?? readSentences(passage);
  known.delete(passage);
  known.set(passage, found); // the last in a Map is the newest
  const [oldest] = known.keys();
  if (known.size > KEPT && oldest) known.delete(oldest);
  return found;
}

function readSentences(passage: Passage): Quotable[] {
  const { article, section } = passage;
  const sectionText = section.blocks.map(textOfBlock).join(" ");
  const begins = Math.max(0, sectionText.indexOf(passage.text));
  const number = article.sections.indexOf(section);
  let end = 0;
  return splitQuotes(passage).map((text) => {
    const from = Math.max(end, passage.text.indexOf(text, end));
    end = from + text.length;
    const words = splitWords(text);
    const stems = words.map(stem);
    return {
      passage,
      text,
      place: { section: number, from: begins + from },
      words: new Set(words),
      stems: new Set(stems),
      line: ` ${stems.join(" ")} `,
    };
  });
}

/** A label before what it announces ("HubSpot:"), and the number of a list's item, are no sentences. */
const LEADS_ON = /:$|^\(?\d{1,2}[.)]$/;
/** Words that a text without a full stop needs to say something: titles of callouts and bare links have fewer. */
const WORDS_ALONE = 9;

function splitQuotes({ blocks }: Passage): string[] {
  const sentences = blocks.flatMap((block) => (block.type === "prose" ? splitSentences(block.text) : []));
  const joined: string[] = [];
  sentences.flatMap(cutLong).forEach((text, at, all) => {
    if (LEADS_ON.test(all[at - 1] ?? "")) joined.push([joined.pop(), text].filter(Boolean).join(" "));
    else joined.push(text);
  });
  const telling = joined.filter(
    (text) => /[.!?…][”"’)\]]*$|[:·] ?\S/.test(text) || text.split(" ").length >= WORDS_ALONE,
  );
  return telling.length > 0 ? telling : joined;
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
