import { hasWord, pick, type Planter } from "./planter.ts";

const YES = ["Yes, ", "Yes. ", "Yes! ", "Yes: ", "**Yes**, ", "Yes – "];
const NO = ["No, ", "No. ", "No! ", "No: ", "**No**, ", "No – "];
const GERMAN_YES = ["Ja, ", "Ja. ", "Ja! "];
const GERMAN_NO = ["Nein, ", "Nein. ", "Nein! "];

const isGerman = (text: string) =>
  /[äöüß]/.test(text) || ["und", "die", "ist", "der"].some((word) => hasWord(text, word));
const isNegated = (text: string) =>
  /n['’]t\b/.test(text) ||
  ["not", "no", "never", "none", "cannot", "nothing", "nobody", "without", "nicht", "kein", "keine", "nie"].some(
    (word) => hasWord(text, word),
  );
/** "It is", "They are", "Dies wird": a name keeps its capital. */
const lowerFirst = (text: string) =>
  /^(?:The|It|They|You|This|These|There|In|If|When|Die|Der|Das|Sie|Es)\b/.test(text)
    ? text.charAt(0).toLowerCase() + text.slice(1)
    : text;

/** The one that goes with what is said, and the one that does not; null where an item of a list or an answer begins. */
export function answersOf(text: string, random: () => number): { fair: string; false: string } | null {
  if (!/^[\p{L}\p{N}"“]/u.test(text) || /^(?:yes|no|ja|nein)[^\p{L}]/iu.test(text)) return null;
  const [yes, no] = isGerman(text) ? [GERMAN_YES, GERMAN_NO] : [YES, NO];
  const begin = (answers: string[]) => {
    const answer = pick(answers, random) ?? "";
    return answer + (/[,:–] $/.test(answer) ? lowerFirst(text) : text);
  };
  const [affirmed, denied] = [begin(yes), begin(no)];
  return isNegated(text) ? { fair: denied, false: affirmed } : { fair: affirmed, false: denied };
}

/** A "No" before what is so, a "Yes" before what is not. */
export const plantAnswers: Planter = ({ text, random }) => {
  const answers = answersOf(text, random);
  return answers ? [{ kind: "false answer", rule: isNegated(text) ? "yes" : "no", text: answers.false }] : [];
};
