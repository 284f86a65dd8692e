import type { OpenArticle } from "../article.ts";
import { followSections } from "../toc.ts";
import { leaveTrail } from "./trail.ts";

/** The article, the sections where a reader stays, and the troubleshooting they open. */
export function trailArticle(article: OpenArticle): void {
  // what was read, as it was then
  const version = article.contentHash ? { version: article.contentHash } : {};
  leaveTrail({ kind: "article", ref: article.id, title: `Read “${article.title}”`, ...version });
  const readSection = (id: string, title: string) =>
    leaveTrail({ kind: "section", ref: `${article.id}#${id}`, title, detail: article.title, ...version });
  followSections(({ id, title }) => readSection(id, `Read “${title}”`));
  article.element.addEventListener(
    "toggle",
    ({ target }) => {
      if (!(target instanceof HTMLDetailsElement) || !target.open || !target.id) return;
      readSection(target.id, `Opened “${target.querySelector("summary")?.textContent?.trim() ?? ""}”`);
    },
    true, // toggle does not bubble
  );
}
