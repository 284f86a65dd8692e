/** What in a sentence must stand word for word in a source: figures, dates, addresses, quoted labels. */
export type Fact = { kind: "number" | "date" | "address" | "label"; text: string };

/** Anything a reader could open or write to, whatever its ending: evil.example/x, //host, ftp://host, a@b.c. */
const ADDRESS =
  /(?:[a-z][a-z\d+.-]*:)?\/\/[^\s<>"“”]+|[\w.+-]+@[\w-]+(?:\.[\w-]+)+|(?:[\p{L}\p{N}_-]+\.)+\p{L}{2,}(?::\d+)?(?:\/[^\s<>"“”]*)?/giu;
const LABEL = /["“„]([^"“”„]+)["“”]|‘([^‘’]{2,})’|«([^»]+)»|(?<![\p{L}\p{N}])'([^']{2,})'(?![\p{L}\p{N}])/gu;
const DATE_WORD =
  /\b(?:january|february|march|april|may(?= \d)|june|july|august|september|october|november|december|mondays?|tuesdays?|wednesdays?|thursdays?|fridays?|saturdays?|sundays?)\b/gi;
/** Without "one", which seldom counts. */
const SMALL =
  "two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen";
const TENS = "twenty thirty forty fifty sixty seventy eighty ninety";
const NUMBER_WORDS = new Map([
  ...SMALL.split(" ").map((word, at) => [word, at + 2] as const),
  ...TENS.split(" ").map((word, at) => [word, (at + 2) * 10] as const),
  ...([
    ["hundred", 100],
    ["thousand", 1000],
    ["million", 1_000_000],
  ] as const),
]);

export function readFacts(sentence: string): Fact[] {
  const facts: Fact[] = [];
  // ３, ③ and ³ are figures too
  const withoutAddresses = sentence.normalize("NFKC").replace(ADDRESS, (text) => {
    facts.push({ kind: "address", text: normalizeAddress(text) });
    return " ";
  });
  for (const match of withoutAddresses.matchAll(LABEL)) {
    facts.push({ kind: "label", text: normalizeText(match.slice(1).find((label) => label !== undefined) ?? "") });
  }
  for (const [text] of withoutAddresses.matchAll(DATE_WORD)) facts.push({ kind: "date", text: text.toLowerCase() });
  const numbers = new Set([...readNumbers(withoutAddresses), ...readNumberWords(withoutAddresses)]);
  for (const number of numbers) facts.push({ kind: "number", text: number });
  return facts;
}

/** A test whether a text (plain) has a fact. "two" has 2, 1,000 has 1000; 30 does not have 3. */
export function createFactTest(given: string): (fact: Fact) => boolean {
  const text = given.normalize("NFKC");
  const plain = normalizeText(text);
  const numbers = new Set([...readNumbers(text), ...readNumberWords(text)]);
  const addresses = new Set([...text.matchAll(ADDRESS)].map(([address]) => normalizeAddress(address)));
  return ({ kind, text: fact }) => {
    if (kind === "number") return numbers.has(fact);
    return kind === "address" ? addresses.has(fact) : plain.includes(fact);
  };
}

/** Digits with what belongs to them: 1.5, 10:30, v2, a1b2. */
function readNumbers(text: string): Set<string> {
  const plain = text.replace(/(\d)[,\u00a0\u202f'](?=\d{3}\b)/g, "$1");
  return new Set(
    (plain.match(/[\p{L}\p{N}]*\p{N}(?:[\p{L}\p{N}]|[.:](?=\p{N}))*/gu) ?? []).map((number) => number.toLowerCase()),
  );
}

/** "thirty" is 30, "twenty-four" 24. */
function readNumberWords(text: string): Set<string> {
  const words = text.toLowerCase().match(/[a-z]+(?:-[a-z]+)?/g) ?? [];
  const numbers = words.flatMap((word) => {
    const parts = word.split("-").flatMap((part) => NUMBER_WORDS.get(part) ?? []);
    const [tens = 0, unit = 0] = parts;
    return tens >= 20 && tens < 100 && unit > 0 && unit < 10 ? [tens + unit] : parts;
  });
  return new Set(numbers.map(String));
}

const normalizeAddress = (text: string) =>
  text
    .replace(/[.,;:!?)\]]+$/, "")
    .replace(/\/$/, "")
    .toLowerCase();
const normalizeText = (text: string) =>
  text.normalize("NFKC").replace(/[’‘]/g, "'").replace(/\s+/g, " ").trim().toLowerCase().replace(/[.,]$/, "");
