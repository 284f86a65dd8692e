import { splitWords } from "#server/knowledge/words.ts";
import { fits, wordsOfAll } from "./asking/asking.ts";

const OPENING = wordsOfAll("opening");

/**
 * A follow-up, made whole with the question before it: "and for Salesforce?" takes the question's place of the CRM,
 * "how long does that take?" gets what "that" is. Any other question stays as it is. `names` are those of integrations.
 */
export function completeQuestion(question: string, previous: string | null, names: string[]): string {
  if (!previous) return question;
  const named = findName(question, names);
  const rest = splitWords(named ? question.replace(namePattern(named), " ") : question).filter(
    (word) => !OPENING.has(word),
  );
  if (named && rest.length === 0) return replaceName(previous, named, names);
  return leans(question) && rest.length <= 3 ? `${previous} ${question}` : question;
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
