import { addressKey, checkRedirects } from "#content/redirects.ts";
import type { Rule } from "../rule.ts";

export const redirects: Rule = {
  name: "redirects",
  level: "error",
  todo: "Mend the line in redirects.yaml, or take it out.",
  find({ articles, sources, judgeLink }) {
    const pages = new Map(articles.map(({ url, file }) => [addressKey(url), file]));
    const { file, redirects: moved } = sources.redirects;
    const unused = moved.flatMap(({ from, line }) => {
      const page = pages.get(addressKey(from));
      return page
        ? [{ file, line, field: from, message: `is the address of ${page}: nobody is led away from it` }]
        : [];
    });
    return [...checkRedirects(sources.redirects, (to) => judgeLink(to, null)?.message ?? null), ...unused];
  },
};
