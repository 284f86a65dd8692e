import { here } from "../dom.ts";
import type { Source } from "#server/features/ask/ask.schema.ts";
import { citedInOrder } from "#server/features/ask/cited.values.ts";
import type { Turn } from "./thread.ts";

/** `Article › Section` as its section and its article; an article's beginning has no section. */
export function nameSource({ title }: Source): { section: string; article: string } {
  const [article = title, ...rest] = title.split(" › ");
  return rest.length > 0 ? { section: rest.join(" › "), article } : { section: article, article: "" };
}

/** Only paths of this hub become links, whatever was sent. */
export const linkOf = ({ url }: Source): string => (/^\/(?!\/)/.test(url) ? url : "/");

/** The answer as plain text with its sources, for the clipboard. */
export function copyText(turn: Turn, origin: string): string {
  const cited = citedInOrder(turn);
  const sentences = turn.sentences.map(({ text, citations, code }) => {
    const own = cited.filter(({ n }) => citations.includes(n));
    return code ? text : `${text} ${own.map(({ shown }) => `[${shown}]`).join("")}`.trim();
  });
  const sources = cited.map((source) => `[${source.shown}] ${source.title}: ${origin}${linkOf(source)}`);
  return [turn.question, sentences.join("\n"), sources.join("\n")].filter(Boolean).join("\n\n");
}

/** Where a person is asked the same question; "" for none. */
export function personLink(question: string, articleId: string | undefined): string {
  const known = new URLSearchParams({ ...(articleId && { article: articleId }), ...(question && { question }) });
  return here(known.size > 0 ? `/contact/?${known}` : "/contact/");
}
