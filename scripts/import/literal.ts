import { parseDocument } from "yaml";

/** `'x'`, `"x"`, a template without parts, a number, and calls around one of them that only complete an address. */
export function readLiteral(source: string): string | undefined {
  const code = source
    .trim()
    .replace(/^(?:useBaseUrl|withBase|require)\(([\s\S]*)\)(?:\.default)?$/, "$1")
    .trim();
  const quoted = /^(["'`])((?:(?!\1)[^\\]|\\.)*)\1$/s.exec(code);
  if (quoted?.[2] !== undefined) {
    if (quoted[1] === "`" && quoted[2].includes("${")) return undefined;
    return quoted[2].replace(/\\(.)/gs, (_all, sign: string) => (sign === "n" ? "\n" : sign));
  }
  return /^(?:-?\d+(?:\.\d+)?|true|false)$/.test(code) ? code : undefined;
}

/**
 * The list or object that stands behind `before` in JavaScript, read as data: nothing is run. Undefined when it is not
 * plain data.
 */
export function readObject(source: string, before: RegExp): unknown {
  const code = dropComments(source);
  const at = before.exec(code);
  if (!at) return undefined;
  const from = at.index + at[0].length;
  const end = findEnd(code, from);
  if (end === null) return undefined;
  return readData(code.slice(from, end));
}

/** A list or object of plain data, as JavaScript writes it. Undefined when it is none. */
export function readData(code: string): unknown {
  // What is plain data in JavaScript is plain data in YAML too, but for tabs and for keys right before their values.
  const document = parseDocument(code.replaceAll("\t", " "), { logLevel: "silent", strict: false });
  if (document.errors.length > 0) return undefined;
  try {
    return document.toJS({ maxAliasCount: 0 });
  } catch {
    return undefined;
  }
}

/** Nothing that an article writes in brackets is longer; what is, is an opened bracket in prose. */
const BRACKETS_MAX = 100_000;

/** Where the brackets that begin at `from` end, strings left out of the count. Null when they never do. */
export function endOfBrackets(source: string, start: number): number | null {
  const end = findEnd(source.slice(start, start + BRACKETS_MAX), 0);
  return end === null ? null : start + end;
}

/** What may stand in a string, by the sign that it begins and ends with. */
const INSIDE: Record<string, RegExp> = {
  '"': /(?:[^"\\\n]|\\.)*/sy,
  "'": /(?:[^'\\\n]|\\.)*/sy,
  "`": /(?:[^`\\]|\\.)*/sy,
};

function findEnd(code: string, from: number): number | null {
  const signs = /["'`[\](){}]/g;
  signs.lastIndex = from;
  /** Up to where it has been seen that nothing ends a string. */
  const unclosed = new Map<string, number>();
  let depth = 0;
  for (let found = signs.exec(code); found; found = signs.exec(code)) {
    const [sign] = found;
    const inside = INSIDE[sign];
    if (inside) {
      if (found.index < (unclosed.get(sign) ?? 0)) continue;
      inside.lastIndex = signs.lastIndex;
      inside.test(code);
      if (code[inside.lastIndex] === sign) signs.lastIndex = inside.lastIndex + 1;
      else unclosed.set(sign, inside.lastIndex);
    } else if ("[{(".includes(sign)) depth++;
    else depth--;
    if (depth <= 0) return signs.lastIndex;
  }
  return null;
}

export const dropComments = (code: string): string =>
  code.replace(
    /("(?:[^"\\\n]|\\.)*(?:"|$)|'(?:[^'\\\n]|\\.)*(?:'|$))|\/\*[\s\S]*?(?:\*\/|(?![\s\S]))|(^|[^:])\/\/[^\n]*/gm,
    (_all, quoted: string | undefined, lead: string | undefined) => quoted ?? lead ?? "",
  );
