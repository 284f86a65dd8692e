import type { KnowledgeArticle } from "#content/knowledge.ts";
import type { IntegrationId } from "#content/schema.ts";
import { splitPassages, type Passage } from "#server/knowledge/split-passages.ts";
import { namePattern } from "./complete-question.ts";
import { ASKS_STATE, TROUBLE } from "./vendor-status.ts";

/** The latest check of a connection of the reader's own workspace, in sentences. `at` is ISO 8601. */
export type OwnCheck = { integration: IntegrationId; name: string; url: string; at: string; says: string[] };
/** Of whoever sends these headers; none for who is not signed in. */
export type ReadOwnChecks = (headers: Headers) => Promise<OwnCheck[]>;

/** "Is my connection fine?": the check is the answer. */
const ASKS_OWN = /\b(?:my|our)\b[^?.!]*\b(?:connection|integration|crm|setup|set-up|check)\b/i;
/** What a connection does, and can fail at. */
const ITS_WORK =
  /\b(?:sync\w*|contacts?|leads?|referr\w+|qualif\w+|crms?|connect\w*|integrations?|mapp\w+|fields?|pipelines?|stages?|bookings?)\b/i;
const OWN_CHECK = "this-hub/your-check";

/** Whether a question may be about the reader's own connection: only then are their checks read. */
export function mayConcernOwn(question: string, names: string[]): boolean {
  if (ASKS_OWN.test(question)) return true;
  if (!TROUBLE.test(question) && !ASKS_STATE.test(question)) return false;
  return ITS_WORK.test(question) || names.some((name) => namePattern(name).test(question));
}

/** The reader's checks that belong to a question, as passages: of the CRMs that it names, or of all where it names none. */
export function citeOwnChecks(
  question: string,
  names: string[],
  checks: OwnCheck[],
): { passages: { passage: Passage }[]; answers: boolean } {
  const named = names.filter((name) => namePattern(name).test(question));
  const told = checks.filter(({ name }) => named.length === 0 || named.includes(name));
  const passages = told.flatMap((check) => splitPassages(checkArticle(check))).map((passage) => ({ passage }));
  return { passages, answers: passages.length > 0 && ASKS_OWN.test(question) };
}

/** True of a passage that is for one reader's eyes. */
export const isOwnCheck = ({ article }: Passage): boolean => article.id === OWN_CHECK;

/** A check as an article, so that it is cited and held against as any passage is. */
function checkArticle({ integration, name, url, at, says }: OwnCheck): KnowledgeArticle {
  const title = `Your ${name} connection`;
  const heading = `Check of ${at.slice(0, 10)}, ${at.slice(11, 16)} UTC`;
  return {
    id: OWN_CHECK,
    url,
    title,
    summary: "",
    kind: "faq",
    topic: "this-hub",
    topicTitle: "",
    integrations: [integration],
    keywords: [],
    language: "en",
    updated: "",
    minutes: 1,
    contentHash: "",
    sections: [
      {
        id: "check",
        heading,
        path: [title, heading],
        kind: "prose",
        blocks: [{ type: "prose", text: says.join(" ") }],
      },
    ],
  };
}
