import { readFileSync } from "node:fs";
import { parse } from "yaml";
import type { Knowledge } from "#content/knowledge.ts";
import { splitPassages } from "#server/knowledge/split-passages.ts";
import type { Engine } from "./engines.ts";
import { toSource } from "./true-sentences.ts";
import type { Trial } from "./try-sentences.ts";

type Entry = { article: string; section: string; fair: string[]; wrong: string[] };

/** Sentences about this hub's own articles, each with the section that it cites. @throws Error when a section is gone */
export function tryParaphrases({ articles }: Knowledge, engine: Engine): Trial[] {
  const entries = parse(readFileSync(new URL("paraphrases.yaml", import.meta.url), "utf8")) as Entry[]; // ours, beside this file
  return entries.flatMap(({ article, section, fair, wrong }) => {
    const passages = articles.filter(({ id }) => id === article).flatMap(splitPassages);
    const own = passages.filter((passage) => passage.section.heading === section);
    if (own.length === 0) throw new Error(`${article} has no section “${section}”: paraphrases.yaml is older.`);
    const tryOne = (text: string, isFair: boolean): Trial => {
      const { by, why } = engine.judge({ text, citations: [1] }, [toSource(own, 1)]);
      const kind = isFair ? "fair paraphrase" : "wrong paraphrase";
      return { set: "hub", half: "reporting", kind, rule: "", text, from: text, right: isFair === (by !== null), why };
    };
    return [...fair.map((text) => tryOne(text, true)), ...wrong.map((text) => tryOne(text, false))];
  });
}
