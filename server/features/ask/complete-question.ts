import { splitWords } from "#server/knowledge/words.ts";
import { fits, wordsOfAll } from "./asking/asking.ts";

const OPENING = wordsOfAll("opening");

/**
 * A follow-up, made whole with the question before it: "and for Salesforce?" takes the question's place of the CRM,
 * "how long does that take?" gets what "that" is. Any other question stays as it is. `names` are those of integrations.
 */
export function completeQuestion(question: string, previous: string | null, names: string[]): string {
  if (!previous) return question;
  const name = readNameOnly(question, names);
  if (name !== null) return replaceName(previous, name, names);
  return leans(question) && readAsked(question, names).rest.length <= 3 ? `${previous} ${question}` : question;
}

/** The integration that "and for Salesforce?" names, and nothing else; null for any other question. */
export function readNameOnly(question: string, names: string[]): string | null {
  const { named, rest } = readAsked(question, names);
  return named !== undefined && rest.length === 0 ? named : null;
}

/** The integration that a question names, and its words beside that and what a follow-up begins with. */
function readAsked(question: string, names: string[]) {
  const named = findName(question, names);
  const words = splitWords(named ? question.replace(namePattern(named), " ") : question);
  return { named, rest: words.filter((word) => !OPENING.has(word)) };
}

/** A short question that points at something else, or goes on from it. */
export const leans = (question: string): boolean =>
  splitWords(question).length <= 8 && (fits("pointing", question) || fits("goingOn", question));

/** In the place of the one that is named; where there are several, it is not known which. */
function replaceName(previous: string, name: string, names: string[]): string {
  const [before, another] = names.filter((each) => namePattern(each).test(previous));
  return before && !another ? previous.replace(namePattern(before), name) : `${previous} ${name}`;
}

const findName = (text: string, names: string[]) => names.find((name) => namePattern(name).test(text));
export const namePattern = (name: string) => new RegExp(`(?<![\\w])${RegExp.escape(name)}(?![\\w])`, "i");
