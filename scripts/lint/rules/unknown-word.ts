import { readYaml } from "#content/read-yaml.ts";
import { Glossary } from "#content/schema.ts";
import { stem } from "#server/knowledge/stem.ts";
import { dropStopWords, splitWords } from "#server/knowledge/words.ts";
import { nameOf, readText } from "../read-content.ts";
import type { Rule } from "../rule.ts";

/** Customers' words that lead to words of no article, read as search reads them: they find nothing by it. */
export const unknownWord: Rule = {
  name: "unknown-word",
  level: "warning",
  todo: "Write what an article calls it, write the article, or take the word out of the glossary.",
  find(content) {
    const known = new Map<string, string>();
    const texts = content.articles
      .filter(({ frontmatter }) => !frontmatter?.draft)
      .map(({ text }) => stemsOf(text, known));
    const file = nameOf(content, "glossary.yaml");
    const { data, lineOf } = readYaml({ file, text: readText(content, "glossary.yaml") }, Glossary);
    return (data ?? []).flatMap(({ say, means }, entry) =>
      means.flatMap((word, index) => {
        const stems = dropStopWords(splitWords(word)).map(stem);
        if (texts.some((text) => stems.every((each) => text.has(each)))) return [];
        const message = `customers who say "${say[0]}" are led to "${word}", which no article says`;
        return [{ file, line: lineOf([entry, "means", index]), message }];
      }),
    );
  },
};

/** Articles say the same words again and again: each is stemmed once. */
function stemsOf(text: string, known: Map<string, string>): Set<string> {
  const words = new Set(splitWords(text));
  return new Set([...words].map((word) => known.get(word) ?? known.set(word, stem(word)).get(word) ?? word));
}
