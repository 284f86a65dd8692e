import { splitWords } from "./words.ts";

/** Words that hardly a sentence of a language does without, and that few others have. */
const SMALL_WORDS: Record<string, string> = {
  en: `the and is of to you your with that this it not for are be or can from which how do does did i we my our what where
    when why has have will there`,
  de: `der die das und ist nicht sie ihr ihre den dem ein eine mit auf wird oder zu im von ich wie mein meine kann warum
    aber auch bei beim dann euch fur hab habe haben kein keine keinen mir mich nach noch schon seit sind uns unser unsere
    es gibt muss brauche vom fehlt geht jetzt kommt macht nur wann weil welche welcher welches wenn werden wir wo zum zur`,
  fr: "le la les et est vous votre vos dans une un des pas pour sur que qui du au avec",
  es: "el los las y es su con una para por que en del no se lo como al esta un",
  it: "il gli e di che non per una con sono della nel alla del si un le da dal",
  pt: "o os e um uma para com nao que em do da no na se seu sua por voce ao",
  nl: "de het een en is niet van u uw met voor op dat te wordt zijn naar bij of aan",
  pl: "i w nie na z do jest sie to ze jak lub przez oraz dla po od aby twoj",
  sv: "och att det som en ett ar inte med for din du av den till pa kan eller har",
};
const WORDS_OF = Object.entries(SMALL_WORDS).map(([language, words]) => ({
  language,
  words: new Set(words.split(/\s+/)),
}));
const SCRIPTS: [language: string, letters: RegExp][] = [
  ["ja", /[\p{Script=Hiragana}\p{Script=Katakana}]/gu],
  ["zh", /\p{Script=Han}/gu],
  ["ko", /\p{Script=Hangul}/gu],
  ["ru", /\p{Script=Cyrillic}/gu],
  ["ar", /\p{Script=Arabic}/gu],
  ["he", /\p{Script=Hebrew}/gu],
  ["el", /\p{Script=Greek}/gu],
  ["hi", /\p{Script=Devanagari}/gu],
  ["th", /\p{Script=Thai}/gu],
];
/** Fewer small words say too little. */
const TELLING = 2;

/** A guess at the language of a sentence; null when it says too little of it. */
export function guessLanguage(text: string): string | null {
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  const script = SCRIPTS.find(([, pattern]) => (text.match(pattern)?.length ?? 0) > letters / 3);
  if (script) return script[0];
  const written = splitWords(text);
  const counted = WORDS_OF.map(({ language, words }) => ({
    language,
    count: written.filter((word) => words.has(word)).length,
  })).toSorted((a, b) => b.count - a.count);
  const [first, second] = counted;
  return first && first.count >= TELLING && first.count > (second?.count ?? 0) ? first.language : null;
}

/** Whether it could be guessed at all. */
export const isKnown = (language: string): boolean =>
  language in SMALL_WORDS || SCRIPTS.some(([known]) => known === language);
