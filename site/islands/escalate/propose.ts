import type { TrailEntry } from "../trail/trail.ts";
import type { Context } from "./context.ts";
import type { Fields } from "./draft.ts";

/** As long as a subject may be. */
const SUBJECT = 120;

/**
 * What the form begins with: from the step or the question that it was opened from, else from what was tried last. An
 * article's title is no subject: whoever writes from one page would have the same.
 */
export function proposeFields({ article, step, question }: Context, trail: TrailEntry[]): Partial<Fields> {
  const tried = trail.findLast(isTrouble);
  const topicId = findTopic(article, trail);
  const subject = step?.title ?? question ?? (tried && nameTrouble(tried));
  return {
    ...(question && { message: question }),
    ...(subject && { subject: cut(subject) }),
    ...(topicId && { topicId }),
  };
}

/** An article's id begins with its topic, or with "learn", which is none: then what was read before says it. */
function findTopic(article: Context["article"], trail: TrailEntry[]): string | undefined {
  const read = trail.filter(({ kind }) => kind === "article").map(({ ref }) => ref);
  const last = [...read, ...(article ? [article.id] : [])].findLast((id) => !id.startsWith("learn/"));
  return last?.split("/", 1)[0];
}

/** What somebody looks into because something is wrong. */
const LOOKING_INTO: TrailEntry["kind"][] = ["answer", "search", "diagnosis", "check", "trace"];

/** What somebody wanted to know, or what did not work. */
const isTrouble = ({ kind, state }: TrailEntry): boolean =>
  state === "failed" || (state !== "done" && LOOKING_INTO.includes(kind));

/** Of a question or a search the words themselves. */
const nameTrouble = ({ kind, ref, title, question }: TrailEntry): string =>
  question ?? (kind === "search" ? ref : title);

function cut(text: string): string {
  const letters = Array.from(text.replace(/\s+/g, " ").trim());
  return letters.length > SUBJECT
    ? `${letters
        .slice(0, SUBJECT - 1)
        .join("")
        .trimEnd()}…`
    : letters.join("");
}
