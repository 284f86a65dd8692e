import type { KnowledgeArticle } from "#content/knowledge.ts";
import type { IntegrationId } from "#content/schema.ts";
import { speech } from "#content/words.ts";
import { splitPassages, type Passage } from "#server/knowledge/split-passages.ts";
import { fits } from "./asking/asking.ts";
import { namePattern } from "./complete-question.ts";
import { nowWords as t } from "./now.words.ts";

/** The latest check of a connection of the reader's own workspace, in sentences. `at` is ISO 8601. */
export type OwnCheck = { integration: IntegrationId; name: string; url: string; at: string; says: string[] };
/** Of whoever sends these headers; none for who is not signed in. */
export type ReadOwnChecks = (headers: Headers) => Promise<OwnCheck[]>;

const OWN_CHECK = "this-hub/your-check";

/** Whether a question may be about the reader's own connection: only then are their checks read. */
export function mayConcernOwn(question: string, names: string[]): boolean {
  if (fits("ownConnection", question)) return true;
  if (!fits("trouble", question) && !fits("state", question)) return false;
  return fits("itsWork", question) || names.some((name) => namePattern(name).test(question));
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
  return { passages, answers: passages.length > 0 && fits("ownConnection", question) };
}

/** True of a passage that is for one reader's eyes. */
export const isOwnCheck = ({ article }: Passage): boolean => article.id === OWN_CHECK;

/** A check as an article, so that it is cited and held against as any passage is. */
function checkArticle({ integration, name, url, at, says }: OwnCheck): KnowledgeArticle {
  const title = t.yourConnection(name);
  const heading = t.checkOf(at.slice(0, 10), at.slice(11, 16));
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
    language: speech().language,
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
