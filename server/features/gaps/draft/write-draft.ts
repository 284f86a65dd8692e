import { stringify } from "yaml";
import type { ArticleKind, Hub } from "#content/schema.ts";
import { utcDay } from "#content/utc-day.ts";
import { cutText } from "#server/core/cut-text.ts";
import { dropStopWords, splitWords } from "#server/knowledge/words.ts";
import type { GapDetail } from "../gaps.schema.ts";
import { comment, fence, toLine, toSlug } from "./inert.ts";
import { outlineOf } from "./outline.ts";

export type Draft = {
  /** Letters, digits, hyphens and dots. */
  name: string;
  mdx: string;
};

/** A question makes a starter for Ask from 8 characters on, and up to 120. */
const QUESTION = { least: 8, most: 120, count: 3 };
const KEYWORDS = 8;

/**
 * An article to write, as far as a gap knows it: frontmatter that content/schema.ts accepts, what was asked word for word,
 * an outline in the hub's blocks, and what is nearest. What visitors typed is data in it, whatever they typed.
 */
export function writeDraft(gap: GapDetail, { topics }: Pick<Hub, "topics">, now: Date): Draft {
  const title = titleOf(gap);
  const slug = toSlug(title, "new-article");
  const topic = gap.topic ?? topics[0]?.id ?? "topic";
  const kind = kindOf(gap);
  const parts = [
    `---\n# Save as content/articles/${topic}/${slug}.mdx\n${stringify(frontmatterOf(gap, title, kind, now), { lineWidth: 0, defaultStringType: "QUOTE_DOUBLE", defaultKeyType: "PLAIN" })}---`,
    comment([
      "A draft: it is not published while “draft: true” stands above. Write the article, fill in the summary and the",
      "sources, delete what was asked and these comments, and build. The gap closes by itself when the build answers it.",
    ]),
    "## What was asked",
    fence(gap.phrases.map(({ text, count }) => `${count}× ${toLine(text)}`)),
    outlineOf(kind),
    comment(["What the articles say already, the nearest first:", ...gap.nearest.flatMap(describeNear)]),
  ];
  return { name: `${topic}--${slug}.mdx`, mdx: `${parts.join("\n\n")}\n` };
}

/** Signs of two parts are one to the schema, and "🙂🙂🙂" is no title. */
const countLetters = (text: string): number => text.match(/[\p{L}\p{N}]/gu)?.length ?? 0;

function titleOf({ title }: GapDetail): string {
  const line = cutText(toLine(title), 100);
  const text = countLetters(line) < 5 ? `About: ${line || "a gap"}` : line;
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** What fails wants a remedy, how wants steps, and the rest an answer. */
function kindOf({ phrases }: GapDetail): ArticleKind {
  const asked = phrases.map(({ text }) => text).join("\n");
  if (/\b(?:error|fail\w*|broken|wrong|not work\w*|does ?n[o']t|isn'?t|can'?t|why)\b/i.test(asked))
    return "troubleshooting";
  return /\bhow (?:do|can|to)\b|\bset ?up\b|\bconnect\b/i.test(asked) ? "guide" : "faq";
}

function frontmatterOf(gap: GapDetail, title: string, kind: ArticleKind, now: Date) {
  const asked = gap.phrases.filter(({ kind: by }) => by === "question").map(({ text }) => toLine(text));
  const fits = asked.filter((text) => countLetters(text) >= QUESTION.least && text.length <= QUESTION.most);
  return {
    title,
    summary: "To do: say in one or two sentences what a reader can do after this article.",
    kind,
    updated: utcDay(now),
    integrations: gap.integration ? [gap.integration] : [],
    keywords: keywordsOf(gap),
    sources: ["To do: name where these facts are from, such as a page of the vendor and the day you read it"],
    questions: fits.slice(0, QUESTION.count),
    draft: true,
  };
}

/** The words that customers use, the most frequent first. */
function keywordsOf({ phrases }: GapDetail): string[] {
  const counts = new Map<string, number>();
  for (const { text, count } of phrases)
    for (const word of new Set(dropStopWords(splitWords(text)))) counts.set(word, (counts.get(word) ?? 0) + count);
  const fits = [...counts].filter(([word]) => word.length > 2 && word.length <= 60 && !/^\d+$/.test(word));
  return fits
    .toSorted((a, b) => b[1] - a[1])
    .slice(0, KEYWORDS)
    .map(([word]) => word);
}

const describeNear = ({ title, url, text, near }: GapDetail["nearest"][number]): string[] => [
  "",
  `${title} (${url}), has ${Math.round(near * 100)} % of what was asked`,
  text,
];
