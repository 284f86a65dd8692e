/** One line of a visitor's words: no controls, nothing that turns the direction of what follows. */
export const toLine = (text: string): string =>
  text
    .toWellFormed()
    .replace(/[\p{C}\p{Zl}\p{Zp}]+/gu, " ")
    .replace(/\s+/g, " ")
    .trim();

/** Lines as they were typed, in a fence that none of them can end: MDX reads no tag, brace or import in it. */
export function fence(texts: string[]): string {
  const lines = texts.map(toLine).filter(Boolean);
  const longest = Math.max(2, ...lines.flatMap((line) => [...line.matchAll(/`+/g)].map(([ticks]) => ticks.length)));
  const ticks = "`".repeat(longest + 1);
  return [`${ticks}text`, ...lines, ticks].join("\n");
}

const IN_COMMENT: Record<string, string> = { "{": "(", "}": ")", "<": "‹", ">": "›", "`": "’", "*": "×", "\\": "/" };

/** A comment that no reader sees; what could end it, or begin something, is written with a sign that looks like it. */
export const comment = (texts: string[]): string =>
  `{/*\n${texts.map((text) => toLine(text).replace(/[{}<>`*\\]/g, (sign) => IN_COMMENT[sign] ?? " ")).join("\n")}\n*/}`;

/** For a file's name and an address: small letters, digits and single hyphens; `otherwise` where nothing is left. */
export function toSlug(text: string, otherwise: string): string {
  const plain = text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  const slug = plain.replace(/[^a-z0-9]+/g, "-").slice(0, 60);
  return slug.replace(/^-+|-+$/g, "") || otherwise;
}
