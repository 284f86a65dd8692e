import { checkHubLinks } from "#site/knowledge/check-hub-links.ts";
import { isImageThere, noImage } from "#site/knowledge/check-sources.ts";
import { isExternal, type LinkFault } from "../judge-links.ts";
import type { LintContent } from "../read-content.ts";
import type { Problem, Rule } from "../rule.ts";

export const brokenLink: Rule = {
  name: "broken-link",
  level: "error",
  todo: "Mend the address, or take the link out.",
  find: (content) => [...findFaults(content, "link"), ...findMissingImages(content), ...findHubFaults(content, "link")],
};

export const brokenAnchor: Rule = {
  name: "broken-anchor",
  level: "error",
  todo: "Name a heading or step that is there, or leave out what stands behind #.",
  find: (content) => [...findFaults(content, "anchor"), ...findHubFaults(content, "anchor")],
};

function findFaults({ articles, judgeLink }: LintContent, kind: LinkFault["kind"]): Problem[] {
  return articles.flatMap((article) =>
    (article.doc?.links ?? []).flatMap(({ url, line, start }) => {
      const fault = isExternal(url) ? null : judgeLink(url, article);
      if (fault?.kind !== kind) return [];
      const { file } = article;
      const problem = { file, line, message: fault.message };
      if (fault.instead === undefined || start < 0) return [problem];
      const text = fault.instead;
      return [{ ...problem, edit: { file, start, end: start + url.length, text, says: `${url} is ${text} now` } }];
    }),
  );
}

const findHubFaults = ({ contentDir, judgeLink }: LintContent, kind: LinkFault["kind"]): Problem[] =>
  checkHubLinks(contentDir, (url) => {
    const fault = judgeLink(url, null);
    return fault?.kind === kind ? fault.message : null;
  });

const findMissingImages = ({ articles, judgeLink }: LintContent): Problem[] =>
  articles.flatMap((article) =>
    (article.doc?.images ?? []).flatMap(({ url, line }) => {
      const isThere =
        isExternal(url) || (url.startsWith("/") ? !judgeLink(url, article) : isImageThere(article, url, line));
      return isThere ? [] : [{ file: article.file, line, message: noImage(url) }];
    }),
  );
