import type { NumberedSource } from "#server/features/ask/sources.ts";
import { plantAll } from "#test/eval/plant/plant.ts";
import type { PlantKind } from "#test/eval/plant/planter.ts";
import type { Engine } from "./engines.ts";
import type { TrueSentence } from "./true-sentences.ts";

/** What became of one sentence, true or changed. `right`: a true one was sent, a false one was not. */
export type Trial = {
  set: string;
  half: TrueSentence["half"];
  kind: "written" | "copied" | "swapped source" | "fair paraphrase" | "wrong paraphrase" | PlantKind;
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
  return planted.map(({ kind, rule, text: changed }) => {
    const { by, why } = engine.judge({ text: changed, citations: [1] }, sources);
    return { ...basis(sentence), kind, rule, text: changed, right: by === null, why };
  });
}

const basis = ({ set, half, text }: TrueSentence) => ({ set, half, from: text });

const supportOf = (source: NumberedSource | undefined) =>
  source?.passages
    .map(({ article, section, heading, text }) => [article.title, ...section.path, heading, text].join("\n"))
    .join("\n") ?? "";
