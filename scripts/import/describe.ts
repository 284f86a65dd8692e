import type { Tell } from "./report.ts";
import type { SourcePage } from "./source.ts";
import { opened } from "./shared.ts";
import { childrenOf, plainText, type Node } from "./tree.ts";

/** What content/schema.ts asks of an article's first lines. */
const [TITLE_MIN, TITLE_MAX, SHORT_MIN, SHORT_MAX, SUMMARY_MIN, SUMMARY_MAX] = [5, 110, 3, 48, 20, 260];
/** A summary that is made of an article's first words. */
const MADE_MAX = 200;

export function fitTitle(given: string, topicTitle: string, tell: Tell): string {
  const words = asText(given);
  if (words.length < TITLE_MIN) {
    const longer = cut(`${words} (${topicTitle})`, TITLE_MAX);
    tell(1, words, `A title has ${TITLE_MIN} letters at least: it became “${longer}”. Say what the reader will find.`);
    return longer.padEnd(TITLE_MIN, ".");
  }
  if (words.length > TITLE_MAX) tell(1, words, `A title has ${TITLE_MAX} letters at most: it was cut. Shorten it.`);
  return cut(words, TITLE_MAX);
}

/** A name for lists, where the source has one. */
export const shorten = (short: string | undefined, title: string): string | undefined =>
  short && short !== title && short.length >= SHORT_MIN ? cut(short, SHORT_MAX) : undefined;

/** The description, or the first words of the text. */
export function summarise({ summary, tree }: SourcePage, title: string, tell: Tell): string {
  const said = summary && asText(summary);
  if (said && said.length >= SUMMARY_MIN) {
    if (said.length > SUMMARY_MAX)
      tell(1, said, `A summary has ${SUMMARY_MAX} letters at most: it was cut. Shorten it.`);
    return cut(said, SUMMARY_MAX);
  }
  const first = opened(childrenOf(tree))
    .filter((node) => (node.type === "paragraph" && !isName(node)) || node.type === "list")
    .map((node) => plainText([node]))
    .find((words) => words.length >= SUMMARY_MIN);
  const todo = "it was made of the first words. Say in a sentence what the page is for.";
  if (said) tell(1, said, `A summary has ${SUMMARY_MIN} letters at least: ${todo}`);
  else tell(1, "summary", `No summary was there: ${todo}`);
  return cut(first?.replace(/:$/, ".") ?? `${title}: what there is to know about it.`, MADE_MAX);
}

/** Titles and summaries are text: code, weight and links of Markdown leave their words. */
const asText = (words: string): string =>
  words
    .replace(/\s+/g, " ")
    .replace(/(`+)(.+?)\1/g, "$2")
    .replace(/\*\*(.+?)\*\*/g, "$1")
    .replace(/(?<!!)\[([^\]]+)\]\([^()\s]+\)/g, "$1")
    .trim();

/** A title of code, a picture or a link that stands alone. */
const isName = (node: Node): boolean => {
  const [only, ...more] = childrenOf(node);
  return more.length === 0 && /^(?:inlineCode|link|image)$/.test(only?.type ?? "");
};

/** At the end of a sentence, or of a word. */
function cut(words: string, max: number): string {
  if (words.length <= max) return words;
  const part = words.slice(0, max - 1);
  const sentence = /^.{40,}[.!?](?=\s)/s.exec(part)?.[0];
  return sentence ?? `${part.replace(/\s+\S*$/, "")}…`;
}
