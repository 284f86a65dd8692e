/** What in a sentence must stand word for word in a source: figures, dates, addresses, quoted labels. */
export type Fact = { kind: "number" | "date" | "address" | "label"; text: string };

const ADDRESS =
  /\b(?:https?:\/\/|www\.)[^\s<>"“”]+|[\w.+-]+@[\w-]+(?:\.[\w-]+)+|\b(?:[\w-]+\.)+(?:com|org|net|io|dev|app|co|ai|info|eu|uk|de|us|gov|edu)\b(?:\/[^\s<>"“”]*)?/gi;
const LABEL = /["“„]([^"“”„]+)["“”]|‘([^‘’]{2,})’|«([^»]+)»/g;
const DATE_WORD =
  /\b(?:january|february|march|april|may(?= \d)|june|july|august|september|october|november|december|mondays?|tuesdays?|wednesdays?|thursdays?|fridays?|saturdays?|sundays?)\b/gi;
/** Without "one", which seldom counts. */
const NUMBER_WORDS = new Map(
  "two three four five six seven eight nine ten eleven twelve".split(" ").map((word, at) => [word, String(at + 2)]),
);

export function readFacts(sentence: string): Fact[] {
  const facts: Fact[] = [];
  const withoutAddresses = sentence.replace(ADDRESS, (text) => {
    facts.push({ kind: "address", text: normalizeAddress(text) });
    return " ";
  });
  for (const match of withoutAddresses.matchAll(LABEL)) {
    facts.push({ kind: "label", text: normalizeText(match[1] ?? match[2] ?? match[3] ?? "") });
  }
  for (const [text] of withoutAddresses.matchAll(DATE_WORD)) facts.push({ kind: "date", text: text.toLowerCase() });
  const numbers = new Set([...readNumbers(withoutAddresses), ...readNumberWords(withoutAddresses)]);
  for (const number of numbers) facts.push({ kind: "number", text: number });
  return facts;
}

/** True when `source` (plain text) has the fact. "two" has 2, 1,000 has 1000; 30 does not have 3. */
export function holdsFact(source: string, { kind, text }: Fact): boolean {
  if (kind === "number") return readNumbers(source).has(text) || readNumberWords(source).has(text);
  if (kind === "address") return [...source.matchAll(ADDRESS)].some(([each]) => normalizeAddress(each) === text);
  return normalizeText(source).includes(text);
}

/** Digits with what belongs to them: 1.5, 10:30, v2, a1b2. */
function readNumbers(text: string): Set<string> {
  const plain = text.replace(/(\d)[,\u00a0\u202f'](?=\d{3}\b)/g, "$1");
  return new Set(
    (plain.match(/[\p{L}\p{N}]*\d(?:[\p{L}\p{N}]|[.:](?=\d))*/gu) ?? []).map((number) => number.toLowerCase()),
  );
}

function readNumberWords(text: string): Set<string> {
  return new Set((text.toLowerCase().match(/[a-z]+/g) ?? []).flatMap((word) => NUMBER_WORDS.get(word) ?? []));
}

const normalizeAddress = (text: string) =>
  text
    .replace(/[.,;:!?)\]]+$/, "")
    .replace(/\/$/, "")
    .toLowerCase();
const normalizeText = (text: string) =>
  text.normalize("NFKC").replace(/[’‘]/g, "'").replace(/\s+/g, " ").trim().toLowerCase().replace(/[.,]$/, "");
