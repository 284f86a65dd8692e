import { addressKey, checkRedirects, type RedirectMistake } from "#content/redirects.ts";
import { readText, type LintContent } from "../read-content.ts";
import type { Problem, Rule } from "../rule.ts";

export const redirects: Rule = {
  name: "redirects",
  level: "error",
  todo: "Mend the line in redirects.yaml, or take it out.",
  find(content) {
    const { sources, judgeLink } = content;
    const wrong = checkRedirects(sources.redirects, (to) => judgeLink(to, null)?.message ?? null);
    return [...wrong.map((mistake) => report(mistake, content)), ...findUnused(content)];
  },
};

/** A redirect over another one is mended by its end. */
function report({ file, line, field, message, from, to, instead }: RedirectMistake, content: LintContent): Problem {
  const problem = { file, line, field, message };
  const text = readText(content, "redirects.yaml");
  const lineStart = text.split("\n", line - 1).reduce((length, each) => length + each.length + 1, 0);
  const key = text.indexOf(from, lineStart);
  const start = key < 0 ? -1 : text.indexOf(to, key + from.length);
  if (instead === undefined || start < 0) return problem;
  return {
    ...problem,
    edit: { file, start, end: start + to.length, text: instead, says: `${from} leads to ${instead}` },
  };
}

function findUnused({ articles, sources }: LintContent): Problem[] {
  const pages = new Map(articles.map(({ url, file }) => [addressKey(url), file]));
  const { file, redirects: moved } = sources.redirects;
  return moved.flatMap(({ from, line }) => {
    const page = pages.get(addressKey(from));
    return page ? [{ file, line, field: from, message: `is the address of ${page}: nobody is led away from it` }] : [];
  });
}
