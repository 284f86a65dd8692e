import { sayCount } from "../../say-count.ts";
import { fileOf, type Article } from "../articles.ts";
import type { Report } from "../report.ts";
import type { Sorted } from "./record.ts";

/** What somebody has changed, moved or taken away since an import is left to them. */
export function tellKept(articles: Article[], { edited, gone }: Sorted, report: Report): void {
  for (const article of articles) {
    const name = fileOf(article);
    if (!edited.includes(name) && !gone.includes(name)) continue;
    const todo = gone.includes(name)
      ? "It was moved or taken away here since it was imported: not written again. --force writes it."
      : "It was changed here since it was imported: kept as it is. --force overwrites it.";
    report.about(article.page.file)(1, name, todo);
  }
}

const shown = (names: string[]): string => names.slice(0, 5).join(", ") + (names.length > 5 ? ", …" : "");

/** What stands in the places of articles already. */
export function tellThere({ renew, same, edited, gone, foreign }: Sorted, force = false): string[] {
  const replaced = force ? [...foreign, ...edited] : [];
  const are = (names: string[], words: string) =>
    names.length > 0 ? [`${sayCount(names.length, "article")} ${words} (${shown(names)})`] : [];
  return [
    ...are(renew, "renewed from the source, for nobody has changed them here"),
    ...are(same, "there already as the source has them"),
    ...are(replaced, "that were there were overwritten"),
    ...(force ? [] : are(foreign, "there already, which no import wrote: only --force would overwrite them")),
    ...(force ? [] : are(edited, "changed here since an import, and kept")),
    ...(force ? [] : are(gone, "moved or taken away here since an import, and not written again")),
  ];
}

export function refuse(names: string[]): never {
  const are = sayCount(names.length, "of the articles is", "of the articles are");
  throw new Error(
    `${are} there already (${shown(names)}). Nothing was written. --force overwrites them, --topic puts all into a topic of its own.`,
  );
}
