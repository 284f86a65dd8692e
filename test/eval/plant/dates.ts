import { hasWord, pick, replaceAt, type Planted, type Planter } from "./planter.ts";

const MONTHS = "January February March April May June July August September October November December".split(" ");
const DAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split(" ");

export const plantDates: Planter = ({ text, support, random }) => {
  const planted: Planted[] = [];
  const add = (rule: string, changed: string | undefined) => {
    if (changed !== undefined) planted.push({ kind: "date", rule, text: changed });
  };
  add("month", swapOne(MONTHS, text, support, random));
  add("weekday", swapOne(DAYS, text, support, random));
  add("year", changeYear(text, support, random));
  add("day of the month", changeDay(text, support, random));
  return planted;
};

function swapOne(names: string[], text: string, support: string, random: () => number): string | undefined {
  // "May" is often no month
  const name = names.find(
    (each) => hasWord(text, each) && text.includes(each) && (each !== "May" || /May \d/.test(text)),
  );
  const other = pick(
    names.filter((each) => !hasWord(support, each)),
    random,
  );
  return name && other ? text.replace(name, other) : undefined;
}

function changeYear(text: string, support: string, random: () => number): string | undefined {
  const match = /\b(?:1[5-9]|20)\d\d\b/.exec(text);
  if (!match) return undefined;
  const years = [1, -1, 10, -10, 2, -3].map((by) => String(Number(match[0]) + by));
  const other = pick(
    years.filter((year) => !support.includes(year)),
    random,
  );
  return other && replaceAt(text, match.index, 4, other);
}

function changeDay(text: string, support: string, random: () => number): string | undefined {
  const months = MONTHS.join("|");
  const match = new RegExp(String.raw`(?<=\b(?:${months}) )\d{1,2}\b|\b\d{1,2}(?= (?:${months})\b)`).exec(text);
  if (!match) return undefined;
  const days = Array.from({ length: 28 }, (_, at) => String(at + 1));
  const other = pick(
    days.filter((day) => !hasWord(support, day)),
    random,
  );
  return other && replaceAt(text, match.index, match[0].length, other);
}
