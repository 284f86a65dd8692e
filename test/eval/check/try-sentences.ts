import type { NumberedSource } from "#server/features/ask/sources.ts";
import { answersOf } from "#test/eval/plant/answers.ts";
import { plantAll } from "#test/eval/plant/plant.ts";
import type { PlantKind } from "#test/eval/plant/planter.ts";
import { createRandom } from "#test/eval/support/bootstrap.ts";
import type { Engine } from "./engines.ts";
import type { TrueSentence } from "./true-sentences.ts";

/** What became of one sentence, true or changed. `right`: a true one was sent; of a false one nothing, or what was true before. */
export type Trial = {
  set: string;
  half: TrueSentence["half"];
  kind: "written" | "copied" | "swapped source" | "fair answer" | "fair paraphrase" | "wrong paraphrase" | PlantKind;
  rule: string;
  text: string;
  /** The true sentence. */
  from: string;
  right: boolean;
  why: string;
};

/** Every true sentence, and every change of it, before an engine. */
export function trySentences(sentences: TrueSentence[], engine: Engine): Trial[] {
  return sentences.flatMap((sentence, seed) => [
    tryTrue(sentence, engine),
    ...trySwapped(sentence, engine),
    ...tryAnswer(sentence, seed, engine),
    ...tryPlanted(sentence, seed, sentences, engine),
  ]);
}

function tryTrue(sentence: TrueSentence, engine: Engine): Trial {
  const { by, why } = engine.judge({ text: sentence.text, citations: [1] }, sentence.sources);
  return { ...basis(sentence), kind: sentence.origin, rule: "", text: sentence.text, right: by !== null, why };
}

/** A citation of another source is wrong, whether it is moved or the sentence withheld. */
function trySwapped(sentence: TrueSentence, engine: Engine): Trial[] {
  const { text, sources } = sentence;
  if (sources.length < 2) return [];
  return [sources, sources.slice(1)].map((given, at) => {
    const { by, why } = engine.judge({ text, citations: [2] }, given);
    const rule = at === 0 ? "the right one is given" : "the right one is not given";
    const right = at === 0 ? !by?.includes(2) : by === null;
    return { ...basis(sentence), kind: "swapped source", rule, text, right, why };
  });
}

/** A true sentence behind a "Yes" or "No" that goes with it is as good as without. */
function tryAnswer(sentence: TrueSentence, seed: number, engine: Engine): Trial[] {
  const { text, sources } = sentence;
  const answered = answersOf(text, createRandom(seed))?.fair;
  if (!answered || !engine.judge({ text, citations: [1] }, sources).by) return [];
  const { by, why } = engine.judge({ text: answered, citations: [1] }, sources);
  return [{ ...basis(sentence), kind: "fair answer", rule: "", text: answered, right: by !== null, why }];
}

function tryPlanted(sentence: TrueSentence, seed: number, all: TrueSentence[], engine: Engine): Trial[] {
  const { text, sources } = sentence;
  const words = text.split(" ").length;
  if (words < 5 || words > 60) return [];
  const elsewhere = Array.from({ length: 12 }, (_, at) => all[(seed * 31 + at * 17 + 5) % all.length])
    .filter(
      (other) => other !== undefined && other.sources[0]?.passages[0]?.article !== sources[0]?.passages[0]?.article,
    )
    .map((other) => other?.text ?? "");
  const planted = plantAll({ text, support: supportOf(sources[0]), elsewhere }, seed);
  const { sent: asItWas } = engine.judge({ text, citations: [1] }, sources);
  return planted.map(({ kind, rule, text: changed }) => {
    const { sent, why } = engine.judge({ text: changed, citations: [1] }, sources);
    const right = sent === null || (asItWas !== null && isSame(sent, asItWas));
    return { ...basis(sentence), kind, rule, text: changed, right, why };
  });
}

/** Letter by letter, but for the first one's case. */
const isSame = (one: string, other: string) =>
  one.slice(1) === other.slice(1) && one.charAt(0).toLowerCase() === other.charAt(0).toLowerCase();

const basis = ({ set, half, text }: TrueSentence) => ({ set, half, from: text });

const supportOf = (source: NumberedSource | undefined) =>
  source?.passages
    .map(({ article, section, heading, text }) => [article.title, ...section.path, heading, text].join("\n"))
    .join("\n") ?? "";
