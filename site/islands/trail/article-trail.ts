import { type OpenArticle, versionOf } from "../article.ts";
import { followSections } from "../toc.ts";
import { leaveTrail } from "./trail.ts";
import { articleTrailWords as t } from "./article-trail.words.ts";

/** The article, the sections where a reader stays, and the troubleshooting they open. */
export function trailArticle(article: OpenArticle): void {
  const version = versionOf(article);
  leaveTrail({ kind: "article", ref: article.id, title: t.read.replace("…", () => article.title), ...version });
  const readSection = (id: string, title: string) =>
    leaveTrail({ kind: "section", ref: `${article.id}#${id}`, title, detail: article.title, ...version });
  followSections(({ id, title }) =>
    readSection(
      id,
      t.read.replace("…", () => title),
    ),
  );
  article.element.addEventListener(
    "toggle",
    ({ target }) => {
      if (!(target instanceof HTMLDetailsElement) || !target.open || !target.id) return;
      readSection(
        target.id,
        t.opened.replace("…", () => target.querySelector("summary")?.textContent?.trim() ?? ""),
      );
    },
    true, // toggle does not bubble
  );
}
