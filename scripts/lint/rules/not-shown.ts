import { isExternal } from "../judge-links.ts";
import type { Rule } from "../rule.ts";

/** What the hub's pages let no browser load or run: a reader sees nothing of it. */
const REFUSED = new Set(["iframe", "video", "audio", "object", "embed", "script", "style"]);

export const notShown: Rule = {
  name: "not-shown",
  level: "error",
  todo: "Put a picture into the content folder; write <Video> for a film that lies there, and a link for one that does not.",
  find: ({ articles }) =>
    articles.flatMap(({ file, doc }) => {
      if (!doc) return [];
      const images = doc.images.filter(({ url }) => isExternal(url));
      const elements = doc.html.filter(({ name }) => REFUSED.has(name));
      const coloured = doc.html.filter(({ name, styled }) => styled && !REFUSED.has(name));
      return [
        ...images.map(({ url, line }) => ({ file, line, message: `pages show no picture of another site: ${url}` })),
        ...elements.map(({ name, line }) => ({ file, line, message: `pages show no <${name}>` })),
        ...coloured.map(({ name, line }) => ({ file, line, message: `pages do not heed the style of <${name}>` })),
      ];
    }),
};
