/**
 * One way to write what can be written in several: quotes, dashes, wide and circled figures, and text that was taken
 * apart into tokens ("one - year", "`` season ''", "do n't", "$ 5"). For comparing only: a reader sees the text as it is.
 */
export function normalizeText(text: string): string {
  return text
    .normalize("NFKC")
    .replace(/\p{Cf}/gu, "")
    .replace(/``|''|[“”„‟«»]/g, '"')
    .replace(/[’‘ʼ`´]/g, "'")
    .replace(/[‐‑‒–−]/g, "-")
    .replace(/(?<=[\p{L}\p{N}]) - (?=[\p{L}\p{N}])/gu, "-")
    .replace(/(?<=[\p{L}\p{N}]) (?=n't\b|'(?:s|re|ve|ll|d|m)\b)/giu, "")
    .replace(/(?<=\b(?:ca|wo|do|does|did|is|are|was|were|has|have|had|could|would|should|must)n?) t\b/gi, "'t")
    .replace(/\bv(?=\d+\.\d)/gi, "")
    .replace(/(?<=\d) : (?=\d\d\b)/g, ":")
    .replace(/(?<=\p{Sc}) (?=\p{N})|(?<=\p{N}) (?=%)/gu, "")
    .replace(/\s+/g, " ")
    .trim();
}
