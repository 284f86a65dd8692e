/** Results as text that an assistant can quote: plain, with whole addresses. */
import type { Answer } from "../ask/ask.schema.ts";
import type { SearchResults } from "../search/search.schema.ts";
import { sayState } from "../status/status-sentences.values.ts";
import type { HubStatus } from "../status/status.schema.ts";

type AddressOf = (path: string) => string;

export function sayHits({ query, corrected, hits }: SearchResults, addressOf: AddressOf): string {
  if (hits.length === 0) return `No article matches “${query}”.`;
  const found = hits.map(({ articleId, title, url, excerpt, sections }) =>
    [
      `${title} (id: ${articleId})`,
      addressOf(url),
      plain(excerpt),
      ...sections.map((section) => `- ${section.heading}: ${plain(section.excerpt)} ${addressOf(section.url)}`),
    ].join("\n"),
  );
  return [...(corrected ? [`Searched for “${corrected}”.`] : []), ...found].join("\n\n");
}

/** Matches are marked for pages. */
const plain = (excerpt: string): string => excerpt.replaceAll(/[\u0002\u0003]/g, "");

const VERDICTS: Record<Answer["verdict"], string> = {
  answered: "Answered from the articles.",
  partial: "Answered in part: the articles do not say all of it.",
  unanswered: "The articles do not answer this.",
};

export function sayAnswer({ verdict, sentences, sources, nearest }: Answer, addressOf: AddressOf): string {
  const said = sentences.map(({ text, citations, code }) =>
    code ? `\`\`\`\n${text}\n\`\`\`` : `${text}${citations.map((n) => ` [${n}]`).join("")}`,
  );
  const cited = sources.filter(({ n }) => sentences.some(({ citations }) => citations.includes(n)));
  const listed = cited.map(({ n, title, url }) => `[${n}] ${title}: ${addressOf(url)}`);
  const near = nearest.map(({ title, url, excerpt }) => `- ${title}: ${addressOf(url)} ${excerpt}`.trimEnd());
  return [
    VERDICTS[verdict],
    said.join("\n"),
    listed.join("\n"),
    near.length > 0 ? `Nearest sections:\n${near.join("\n")}` : "",
    verdict === "answered" ? "" : `A person helps here: ${addressOf("/contact/")}`,
  ]
    .filter(Boolean)
    .join("\n\n");
}

export function sayStatus({ integrations, checkedAt }: HubStatus): string {
  const lines = integrations.map(({ name, availability, vendor, page }) => {
    if (availability === "coming_soon") return `${name}: coming soon, cannot be connected yet.`;
    const { word, says } = sayState(vendor);
    return `${name}: ${[word, says, page && `(${page})`].filter(Boolean).join(" ")}`;
  });
  return `${lines.join("\n")}\n\nChecked ${checkedAt}.`;
}
