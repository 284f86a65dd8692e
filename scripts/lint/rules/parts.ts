import type { LintContent } from "../read-content.ts";
import type { Problem, Rule } from "../rule.ts";

export const unusedPart: Rule = {
  name: "unused-part",
  level: "warning",
  todo: 'Write <Part name="…" /> where it is to stand, or delete the file.',
  find({ articles, sources }) {
    const used = new Set(articles.flatMap(({ parts }) => parts.map(({ name }) => name)));
    return sources.parts
      .filter(({ name }) => !used.has(name))
      .map(({ file }) => ({ file, line: 1, message: "no article has this part" }));
  },
};

/** One more text in another language within an article, which readers may not understand. */
export const untranslatedPart: Rule = {
  name: "untranslated-part",
  level: "warning",
  todo: "Write the part in that language beside it, as <name>.<language>.mdx.",
  find: ({ articles, hub }: LintContent) =>
    hub.languages.flatMap((language) => {
      const own = articles.filter((article) => article.language === language);
      const foreign = own.flatMap(({ file, parts }) =>
        parts.filter((part) => part.language !== language).map((part) => ({ part, file })),
      );
      return [...Map.groupBy(foreign, ({ part }) => part)].map(([part, uses]): Problem => {
        const others = uses.length > 1 ? ` and ${uses.length - 1} more` : "";
        const message = `it stands in "${part.language}" within articles in "${language}": ${uses[0]?.file}${others}`;
        return { file: part.file, line: 1, message };
      });
    }),
};
