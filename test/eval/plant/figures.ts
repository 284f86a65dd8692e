import { hasWord, pick, replaceAt, type Planted, type Planter } from "./planter.ts";

const WORDS = ["two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "twenty"];
const UNITS = [
  ["seconds", "minutes"],
  ["minutes", "hours"],
  ["hours", "days"],
  ["days", "weeks"],
  ["weeks", "months"],
  ["months", "years"],
  ["years", "decades"],
  ["day", "week"],
  ["hour", "day"],
  ["year", "month"],
  ["miles", "kilometres"],
  ["metres", "feet"],
  ["feet", "inches"],
  ["MB", "GB"],
  ["percent", "points"],
  ["million", "billion"],
] as const;

type Figure = { at: number; text: string };

/** Runs of digits that are a figure of their own: not in a code, an address or a year. */
function findFigures(text: string): Figure[] {
  const figures: Figure[] = [];
  for (const match of text.matchAll(/\d+(?:[.,]\d+)*/g)) {
    const before = text[match.index - 1] ?? " ";
    const after = text[match.index + match[0].length] ?? " ";
    const year = /^(?:1[5-9]|20)\d\d$/.test(match[0]);
    if (!/[A-Za-z_/.@#-]/.test(before) && !/[A-Za-z_/@]/.test(after) && !year && !dayOfMonth(text, match.index)) {
      figures.push({ at: match.index, text: match[0] });
    }
  }
  return figures;
}

const dayOfMonth = (text: string, at: number) =>
  /(?:January|February|March|April|May|June|July|August|September|October|November|December) $/.test(
    text.slice(0, at),
  ) ||
  /^\d+ (?:January|February|March|April|May|June|July|August|September|October|November|December)/.test(text.slice(at));

/** The last digit, one up or down. */
function offByOne(figure: string, random: () => number): string {
  const last = Number(figure.at(-1));
  const next = last === 0 ? 1 : last === 9 ? 8 : last + (random() < 0.5 ? 1 : -1);
  return figure.slice(0, -1) + String(next);
}

/** A step's number at the beginning claims nothing. */
const countsSteps = ({ at }: Figure, text: string) => at === 0 && /^\d+[.)] /.test(text);

export const plantFigures: Planter = ({ text, support, random }) => {
  const planted: Planted[] = [];
  const figures = findFigures(text).filter((figure) => !countsSteps(figure, text));
  const add = (rule: string, changed: string | undefined) => {
    if (changed !== undefined) planted.push({ kind: "figure", rule, text: changed });
  };
  const figure = pick(figures, random);
  if (figure) {
    const put = (by: string) => {
      const changed = replaceAt(text, figure.at, figure.text.length, by);
      return hasWord(support, by) || countsSteps(figure, changed) ? undefined : changed;
    };
    const parts = figure.text.split(".").length;
    add(parts > 2 ? "version" : "off by one", put(offByOne(figure.text, random)));
    add("a digit more", put(`${figure.text}${1 + Math.floor(random() * 9)}`));
    if (figure.text.length > 1) add("a digit less", put(figure.text.slice(0, -1)));
    const others = findFigures(support).filter((other) => other.text !== figure.text && !hasWord(text, other.text));
    const other = pick(others, random);
    if (other) add("another of the passage", replaceAt(text, figure.at, figure.text.length, other.text));
    const sign = text[figure.at - 1];
    if (sign === "$" || sign === "€" || sign === "£") {
      add("currency", replaceAt(text, figure.at - 1, 1, sign === "$" ? "€" : "$"));
    }
  }
  add("number word", swapWord(text, support, random));
  add("unit", swapUnit(text, support));
  return planted;
};

function swapWord(text: string, support: string, random: () => number): string | undefined {
  const word = WORDS.find((each) => text.includes(` ${each} `));
  const other = pick(
    WORDS.filter((each) => !hasWord(support, each) && !hasWord(support, String(WORDS.indexOf(each) + 2))),
    random,
  );
  return word && other ? text.replace(` ${word} `, ` ${other} `) : undefined;
}

/** "2 days" → "2 weeks", where the passage has no weeks. */
function swapUnit(text: string, support: string): string | undefined {
  for (const [unit, other] of UNITS) {
    const at = text.search(new RegExp(String.raw`(?:\d|\b(?:${WORDS.join("|")})) ${unit}\b`));
    if (at < 0 || hasWord(support, other)) continue;
    return text.slice(0, at) + text.slice(at).replace(` ${unit}`, ` ${other}`);
  }
  return undefined;
}
