import { stem } from "./stem.ts";

/** Chinese, Japanese, Korean and Thai write no spaces: their words are pairs of neighbouring signs. */
const UNSPACED = /([\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}]+)/u;
/** Most texts are: they need no folding. */
const PLAIN = /^[\0-\x7f]*$/;

export const VERSION = /^\d+(?:\.\d+)+$/;
/** The "v" of a version, which some write and others do not. */
const VERSION_SIGN = /\bv(?=\d+\.\d)/g;

/** The words of a text: lower case, no diacritics, letters and digits. A version is one: "8.5.7" says nothing of "7.5.8". */
export function splitWords(text: string): string[] {
  if (PLAIN.test(text)) return withoutSign(text).match(/\d+(?:\.\d+)+|[a-z\d]+/g) ?? [];
  const folded = withoutSign(text.normalize("NFKD").replace(/\p{M}/gu, "").normalize("NFC"));
  const words = folded.match(/\d+(?:\.\d+)+|[\p{L}\p{N}\p{Co}]+/gu) ?? [];
  return UNSPACED.test(folded) ? words.flatMap(splitUnspaced) : words;
}

const withoutSign = (text: string): string => text.toLowerCase().replace(VERSION_SIGN, "");

function splitUnspaced(word: string): string[] {
  return word.split(UNSPACED).flatMap((run) => {
    const signs = UNSPACED.test(run) ? Array.from(run) : [];
    if (signs.length < 2) return run ? [run] : [];
    return signs.slice(1).map((sign, at) => (signs[at] ?? "") + sign);
  });
}

/** Words in a row: one that has another's is told by `includes`. */
export const lineOf = (words: readonly string[]): string => ` ${words.join(" ")} `;

/** "e-mail" and "sign-in" as one word too, and codes whole ("CVE-2015-0235"): people write them either way. */
const joinCompounds = (text: string): string[] =>
  text
    .split(/\s+/)
    .filter((chunk) => /[^\p{P}][-‐‑._][^\p{P}]/u.test(chunk))
    .flatMap((chunk) => chunk.match(/(?<![\p{L}\p{N}])[\p{L}\p{N}]+(?:[-‐‑._][\p{L}\p{N}]+)+/gu) ?? [])
    .map(splitWords)
    .filter((parts) => parts.length > 1) // a version is one word already
    .map((parts) => parts.join(""));

/** Compounds stand behind the text, where no words of it are their neighbours. */
export const wordsOf = (text: string): string[] => [...splitWords(text), ...joinCompounds(text)];

/** What a text has for whoever looks for a word of it. */
export const stemsOf = (...texts: string[]): Set<string> => new Set(texts.flatMap(wordsOf).map(stem));

export const splitStems = (text: string): string[] => splitWords(text).map(stem);

/** Words that say how one asks, not what about. */
export const STOP_WORDS: ReadonlySet<string> = new Set(
  `a about ain am an and any anybody anyone anything are aren arent as at be been being but by can cannot cant could
  couldn couldnt d did didn didnt do does doesn doesnt doing don done dont each every everything explain for from get
  gets getting give got had hadn hadnt happen happens has hasn hasnt have haven havent having he help her here hers
  him his how i if im in into is isn isnt it its ive just know let like ll long m make makes many may me mean meaning
  means might mine much must my need needs of off ok okay on or our ours out over own please possible question re s
  shall she should shouldn shouldnt show so some somebody something such t tell than thanks that thats the their
  theirs them then there theres these they theyre thing things this those to too under until up us use used using ve
  very want wants was wasn wasnt way we were weren werent what whats when where wheres which while who whom whose why
  will with won wont work working works would wouldn wouldnt you your youre yours
  whos hows whys whens weve youve theyve hes shes theyll youll itll lets gonna wanna gotta pls plz
  hello hi hey dear guys super sorry confused confusing worried annoyed annoying frustrated frustrating urgent asap
  actually really even also still somehow somewhere anyway maybe though yesterday boss
  bc btw coz cuz frm tho thru thx ur wat wht`.split(/\s+/),
);

/** The same in German, but for those that are words of English. */
const GERMAN: ReadonlySet<string> = new Set(
  `ab aber als auch auf aus bedeuten bedeutet bei beim benotige benotigen benotigt bekomme bekommen bewirkt bitte brauch brauche brauchen braucht
  dann das dass dem den der deren des dies diese diesem diesen dieser dieses doch dort durch ein eine einem einen
  einer eines er erkenne erkennen erkennt es euch euer finde finden findet funktionieren funktioniert fur gar geht geklappt gestern gibt
  hab habe haben hatte hatten heisst heißt ich ihm ihn ihnen ihr ihre ihrem ihren ihrer im immer ist ja jetzt kann kannst
  kein keine keinen klappt kommen kommt konnen lange lassen lasst mache machen macht mehr mein meine meinem meinen
  meiner mich mir mit muss nach nicht nix noch nur oder ohne passiert schon sehe sehen sein seine seit sich sie sind soll sollte
  tue tun tut uber um und uns unser unsere vom von vor wann warum weil welche welchen welcher wenn wer werde werden
  wie wieso wir wird wo wodurch wofur woher wohin womit woran worauf worin wozu zu zum zur`.split(/\s+/),
);
/** Those that are: they say nothing only among German ones. */
const GERMAN_OR_ENGLISH: ReadonlySet<string> = new Set(["die", "hat", "man", "war"]);

/** A word that says nothing in any sentence. */
export const isStopWord = (word: string): boolean => STOP_WORDS.has(word) || GERMAN.has(word);

/** Without stop words; all of them when there are no others. */
export function dropStopWords(words: string[]): string[] {
  const isGerman = words.some((word) => GERMAN.has(word));
  const telling = words.filter((word) => !isStopWord(word) && !(isGerman && GERMAN_OR_ENGLISH.has(word)));
  return telling.length > 0 ? telling : words;
}
