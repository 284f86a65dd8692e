/** How articles are read: by Astro's integration for MDX, and by render-article.ts. */
import { satteri } from "@astrojs/markdown-satteri";
import { alignClasses } from "./align-classes.ts";
import { describeCode } from "./describe-code.ts";
import { knownLanguages } from "./known-languages.ts";
import { nameHeadings } from "./name-headings.ts";
import { nameTasks } from "./name-tasks.ts";
import { plainFootnotes } from "./plain-footnotes.ts";

export const syntaxHighlight = "prism";
export const processor = satteri({
  mdastPlugins: [describeCode, knownLanguages],
  hastPlugins: [alignClasses, plainFootnotes, nameTasks, nameHeadings],
  features: { gfm: { footnotes: { backLabel: "↩ {reference}" } } },
});
/** What blocks.ts draws in place of Markdown's own stays apart; the rest of an article is text. */
export const optimize = { ignoreElementNames: ["h2", "h3", "h4", "pre", "table"] };
