import type { SentenceEvent } from "../ask.schema.ts";

/** Where a sentence ends: a line's end, or a full stop with its citations before the next word. Not after "1." or "e.g.". */
const END =
  /\n+|[.!?…]["”’)]*(?:\s*\[\d+(?:\s*,\s*\d+)*\])*\s+(?=[^\s[\n])|\](?:\s*\[\d+(?:\s*,\s*\d+)*\])*\s+(?=\p{Lu})/u;
const NO_END = /(?:^\s*(?:[-*]\s+)?\d+[.)]|\b(?:e\.g|i\.e|etc|vs|Dr|No|approx)\.)\s*$/;

export type SentenceCutter = {
  /** Takes more of the text, and gives what is complete now. */
  push(text: string): SentenceEvent[];
  /** What was left when the text ended. */
  end(): SentenceEvent[];
};

/** Cuts a stream of text with citations like "[2]" into sentences. */
export function createSentenceCutter(): SentenceCutter {
  let rest = "";
  const takeComplete = (): SentenceEvent[] => {
    const sentences: SentenceEvent[] = [];
    let from = 0;
    for (;;) {
      const match = END.exec(rest.slice(from));
      if (!match) return sentences;
      const to = from + match.index + match[0].length;
      if (NO_END.test(rest.slice(0, to))) {
        from = to;
        continue;
      }
      sentences.push(...readSentence(rest.slice(0, to)));
      rest = rest.slice(to);
      from = 0;
    }
  };
  return {
    push(text) {
      rest += text;
      return takeComplete();
    },
    end() {
      const last = readSentence(rest);
      rest = "";
      return last;
    },
  };
}

function readSentence(raw: string): SentenceEvent[] {
  const citations = [...raw.matchAll(/\[(\d+(?:\s*,\s*\d+)*)\]/g)].flatMap((match) =>
    (match[1] ?? "").split(",").map(Number),
  );
  const text = raw.replace(/\s*\[\d+(?:\s*,\s*\d+)*\]/g, "").trim();
  return text ? [{ text, citations: [...new Set(citations)] }] : [];
}
