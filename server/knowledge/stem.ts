/** The Porter stemmer as SQLite's FTS5 has it (a test holds the two together). */
type Suffixes = [suffix: string, becomes: string][];

const STEP_2: Suffixes = [
  ["ational", "ate"],
  ["tional", "tion"],
  ["enci", "ence"],
  ["anci", "ance"],
  ["izer", "ize"],
  ["logi", "log"],
  ["bli", "ble"],
  ["alli", "al"],
  ["entli", "ent"],
  ["eli", "e"],
  ["ousli", "ous"],
  ["ization", "ize"],
  ["ation", "ate"],
  ["ator", "ate"],
  ["alism", "al"],
  ["iveness", "ive"],
  ["fulness", "ful"],
  ["ousness", "ous"],
  ["aliti", "al"],
  ["iviti", "ive"],
  ["biliti", "ble"],
];
const STEP_3: Suffixes = [
  ["icate", "ic"],
  ["ative", ""],
  ["alize", "al"],
  ["iciti", "ic"],
  ["ical", "ic"],
  ["ful", ""],
  ["ness", ""],
];
const STEP_4: Suffixes = [
  "al",
  "ance",
  "ence",
  "er",
  "ic",
  "able",
  "ible",
  "ant",
  "ement",
  "ment",
  "ent",
  "ion",
  "ou",
  "ism",
  "ate",
  "iti",
  "ous",
  "ive",
  "ize",
].map((suffix) => [suffix, ""]);

/** So many stems are kept: a question's words are stemmed again and again. */
const KEPT = 20_000;
const known = new Map<string, string>();

/** The stem of a word in lower case without diacritics. Words of one or two letters stay. */
export function stem(word: string): string {
  if (word.length <= 2 || word.length > 64) return word;
  const before = known.get(word);
  if (before !== undefined) return before;
  if (known.size >= KEPT) known.clear();
  const stemmed = findStem(word);
  known.set(word, stemmed);
  return stemmed;
}

function findStem(word: string): string {
  let w = dropPlural(word);
  w = dropPast(w);
  if (w.endsWith("y") && hasVowel(w.slice(0, -1))) w = `${w.slice(0, -1)}i`;
  w = replaceSuffix(w, STEP_2, (rest) => measure(rest) > 0);
  w = replaceSuffix(w, STEP_3, (rest) => measure(rest) > 0);
  w = replaceSuffix(w, STEP_4, (rest, suffix) => measure(rest) > 1 && (suffix !== "ion" || /[st]$/.test(rest)));
  if (w.endsWith("e")) {
    const rest = w.slice(0, -1);
    if (measure(rest) > 1 || (measure(rest) === 1 && !endsShort(rest))) w = rest;
  }
  return w.endsWith("ll") && measure(w.slice(0, -1)) > 1 ? w.slice(0, -1) : w;
}

function dropPlural(w: string): string {
  if (w.endsWith("sses") || w.endsWith("ies")) return w.slice(0, -2);
  return w.endsWith("s") && !w.endsWith("ss") ? w.slice(0, -1) : w;
}

function dropPast(w: string): string {
  if (w.endsWith("eed")) return measure(w.slice(0, -3)) > 0 ? w.slice(0, -1) : w;
  const ending = ["ed", "ing"].find((suffix) => w.endsWith(suffix));
  const rest = ending ? w.slice(0, -ending.length) : "";
  if (!hasVowel(rest)) return w;
  if (/(?:at|bl|iz)$/.test(rest)) return `${rest}e`;
  if (/([^aeioulsz])\1$/.test(rest)) return rest.slice(0, -1);
  return measure(rest) === 1 && endsShort(rest) ? `${rest}e` : rest;
}

/** Replaces the longest suffix that the word has, if what is left allows it. */
function replaceSuffix(w: string, suffixes: Suffixes, allows: (rest: string, suffix: string) => boolean): string {
  const found = suffixes.filter(([suffix]) => w.endsWith(suffix) && w.length > suffix.length);
  const [suffix, becomes] = found.toSorted((a, b) => b[0].length - a[0].length)[0] ?? [];
  if (suffix === undefined) return w;
  const rest = w.slice(0, -suffix.length);
  return allows(rest, suffix) ? rest + becomes : w;
}

function isVowelAt(word: string, at: number): boolean {
  const letter = word[at] ?? "";
  return "aeiou".includes(letter) || (letter === "y" && at > 0 && !isVowelAt(word, at - 1));
}

const hasVowel = (rest: string) => Array.from(rest).some((_, at) => isVowelAt(rest, at));

/** How often a consonant follows a vowel. */
function measure(rest: string): number {
  let count = 0;
  for (let at = 1; at < rest.length; at++) if (!isVowelAt(rest, at) && isVowelAt(rest, at - 1)) count++;
  return count;
}

/** Consonant, vowel, consonant other than w, x, y. */
function endsShort(rest: string): boolean {
  const last = rest.length - 1;
  return (
    last >= 2 &&
    !isVowelAt(rest, last) &&
    isVowelAt(rest, last - 1) &&
    !isVowelAt(rest, last - 2) &&
    !/[wxy]$/.test(rest)
  );
}
