import { hasWord, pick, replaceAt, type Planted, type Planter } from "./planter.ts";

/** Error codes, keys of settings, names of functions: `CANNOT_UPDATE`, `swg21996508`, `AMQ9526`, `maxHeap`, `MV-15D`, `-Xmx`. */
function findCodes(text: string): { at: number; text: string }[] {
  const codes = [
    /\b[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+\b/g,
    /\b[a-z]+(?:_[a-z]+)+\b/g,
    /\b[A-Z]{2,}-?\d{2,}[A-Z]?\b/g,
    /\b[a-z]+[A-Z][a-z]+(?:[A-Z][a-z]+)*\b/g,
    /\b[a-z]{2,}\d{3,}\b/g,
  ];
  return codes.flatMap((code) => [...text.matchAll(code)].map((match) => ({ at: match.index, text: match[0] })));
}

export const plantCodes: Planter = ({ text, support, random }) => {
  const planted: Planted[] = [];
  const code = pick(
    findCodes(text).filter(({ at }) => !/[/.@\\=]/.test(text[at - 1] ?? " ")),
    random,
  );
  if (!code) return planted;
  const put = (rule: string, by: string) => {
    if (!hasWord(support, by))
      planted.push({ kind: "code", rule, text: replaceAt(text, code.at, code.text.length, by) });
  };
  const digit = code.text.search(/\d(?=\D*$)/);
  if (digit >= 0) put("digit", replaceAt(code.text, digit, 1, String((Number(code.text[digit]) + 3) % 10)));
  const letter = code.text.search(/[A-Za-z](?=[^A-Za-z]*$)/);
  if (letter >= 0) put("letter", replaceAt(code.text, letter, 1, /[A-Z]/.test(code.text[letter] ?? "") ? "Q" : "q"));
  const parts = code.text.split("_");
  if (parts.length > 1) put("part", [...parts.slice(0, -1), /[A-Z]/.test(code.text) ? "TIMEOUT" : "retries"].join("_"));
  return planted;
};
