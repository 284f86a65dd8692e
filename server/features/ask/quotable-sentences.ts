import { textOfBlock, type Passage } from "#server/knowledge/split-passages.ts";
import { splitSentences } from "#server/knowledge/sentences.ts";
import { splitWords } from "#server/knowledge/words.ts";
import { stem } from "#server/knowledge/stem.ts";

/** A sentence that can be quoted by itself, word for word. */
export type Quotable = {
  passage: Passage;
  text: string;
  /** Its place among the passage's sentences. */
  at: number;
  /** Where it begins in its article, in sections and then characters. */
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
  let from = 0;
  return splitQuotes(passage).map((text, at) => {
    from = Math.max(from, passage.text.indexOf(text, from));
    const words = splitWords(text);
    const stems = words.map(stem);
    return {
      passage,
      text,
      at,
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
  sentences.forEach((text, at) => {
    if (LEADS_ON.test(sentences[at - 1] ?? "")) joined.push([joined.pop(), text].filter(Boolean).join(" "));
    else joined.push(text);
  });
  return joined.filter((text) => /[.!?…][”"’)\]]*$|[:·] ?\S/.test(text) || text.split(" ").length >= WORDS_ALONE);
}
