import type { SentenceEvent } from "#server/features/ask/ask.schema.ts";
import { checkSentence } from "#server/features/ask/check/check-sentence.ts";
import type { NumberedSource } from "#server/features/ask/sources.ts";

/** `by` names the sources that `sent` was sent with; both null when it was withheld. */
export type Judgement = { by: number[]; sent: string; why: string } | { by: null; sent: null; why: string };
export type Engine = { name: string; judge(written: SentenceEvent, sources: NumberedSource[]): Judgement };

const handrail: Engine = {
  name: "handrail",
  judge(written, sources) {
    const checked = checkSentence(written, sources);
    return checked.result === "withheld"
      ? { by: null, sent: null, why: `${checked.reason}: ${checked.what}` }
      : { by: checked.sentence.citations, sent: checked.sentence.text, why: checked.result };
  },
};

const LITTLE = new Set(
  "a an and are as at be but by for from has have he in is it its of on or she that the they this to was were which who will with".split(
    " ",
  ),
);
const tellingWords = (text: string) =>
  (text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).filter((word) => !LITTLE.has(word));

/** The plain way: half of the words that are no little words stand in what is cited. */
const plain: Engine = {
  name: "half of the words",
  judge({ text, citations }, sources) {
    const cited = sources.filter(({ source }) => citations.includes(source.n));
    const words = new Set(
      cited.flatMap(({ passages }) =>
        passages.flatMap((passage) => tellingWords(`${passage.article.title} ${passage.text}`)),
      ),
    );
    const telling = tellingWords(text);
    const shared = telling.filter((word) => words.has(word)).length;
    return shared * 2 >= telling.length
      ? { by: citations, sent: text, why: "words" }
      : { by: null, sent: null, why: "words" };
  },
};

export const ENGINES: Engine[] = [handrail, plain];
