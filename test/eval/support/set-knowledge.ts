import type { Knowledge, KnowledgeArticle, KnowledgeSection } from "#content/knowledge.ts";
import type { EvalDoc } from "./sets.ts";

/** A set's documents as a hub's articles: what stands under a heading is a section, a paragraph is a block. */
export const toKnowledge = (docs: EvalDoc[]): Knowledge => ({
  version: 1,
  glossary: [],
  articles: docs.map(toArticle),
});

function toArticle(doc: EvalDoc): KnowledgeArticle {
  return {
    id: doc.id,
    url: `/articles/${encodeURIComponent(doc.id)}/`,
    title: doc.title,
    summary: "",
    kind: "guide",
    topic: "set",
    topicTitle: "Set",
    integrations: [],
    keywords: [],
    language: "en",
    updated: "2026-01-01",
    minutes: 1,
    contentHash: "0",
    sections: toSections(doc),
  };
}

function toSections({ title, text, sections }: EvalDoc): KnowledgeSection[] {
  const parts = [
    { heading: "", start: 0, end: sections[0]?.start ?? text.length },
    ...sections.map(({ heading, start }, at) => ({
      heading: heading.trim(),
      start,
      end: sections[at + 1]?.start ?? text.length,
    })),
  ];
  return parts.flatMap(({ heading, start, end }, at): KnowledgeSection[] => {
    const blocks = toParagraphs(text.slice(start, end), heading);
    if (blocks.length === 0) return [];
    return [
      {
        id: heading ? `s${at}` : "",
        heading: heading || title,
        path: heading ? [title, heading] : [title],
        kind: "prose",
        blocks: blocks.map((words) => ({ type: "prose", text: words })),
      },
    ];
  });
}

/** Without the heading that the text begins with. */
function toParagraphs(text: string, heading: string): string[] {
  const trimmed = text.trim();
  const body = heading && trimmed.startsWith(heading) ? trimmed.slice(heading.length) : trimmed;
  return body
    .split(/\n\s*\n/)
    .map((paragraph) => paragraph.replace(/\s+/g, " ").trim())
    .filter(Boolean);
}
