import { firstOfGroup } from "../../../word-set.ts";

const SMALL =
  "two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen";
const ORDINALS =
  "third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth";
const TENS = "twenty thirty forty fifty sixty seventy eighty ninety";

/** "one", "first" and "second" seldom count: they are read where an article says them, not required where an answer does. */
const WORDS: ReadonlyMap<string, number> = new Map([
  ...SMALL.split(" ").map((word, at) => [word, at + 2] as const),
  ...ORDINALS.split(" ").map((word, at) => [word, at + 3] as const),
  ...TENS.split(" ").map((word, at) => [word, (at + 2) * 10] as const),
  ["dozen", 12],
  ["twice", 2],
]);
export const SCALES: ReadonlyMap<string, number> = new Map([
  ["hundred", 100],
  ["thousand", 1000],
  ["million", 1e6],
  ["billion", 1e9],
  ["trillion", 1e12],
]);
/** What an article may say for 1 and 2. */
export const ALSO_NUMBERS: ReadonlyMap<string, string> = new Map([
  ["one", "1"],
  ["first", "1"],
  ["single", "1"],
  ["once", "1"],
  ["second", "2"],
  ["both", "2"],
  ["pair", "2"],
]);

/** "thirty" is 30, "third" 3, "twenty-four" 24; null for other words. */
export function readNumberWord(word: string): number | null {
  const [first = "", second = ""] = word.split("-");
  const tens = WORDS.get(first) ?? null;
  if (!second) return tens;
  const unit = second === "one" || second === "first" ? 1 : second === "second" ? 2 : WORDS.get(second);
  return tens !== null && tens >= 20 && unit !== undefined && unit < 10 ? tens + unit : null;
}

/** "1,000" is 1000, "24th" 24, "1990s" 1990, "05" 5; versions and times stay as they are: "4.1.1", "10:30". */
export function readFigure(figure: string): string {
  const plain = figure.replace(/(?:st|nd|rd|th|s|'s)$/i, "").replace(/[,'](?=\d{3}(?!\d))/g, "");
  return /^0[1-9]$/.test(plain) ? plain.slice(1) : plain;
}

/** Units whose number must be theirs: "3 days" is not "3 weeks". */
const UNITS = `second seconds sec secs|minute minutes min mins|hour hours hr hrs|day days|week weeks|month months|year years yr yrs|
decade decades|century centuries|byte bytes|kb kilobyte kilobytes|mb megabyte megabytes|gb gigabyte gigabytes|tb terabyte terabytes|
millimetre millimetres millimeter millimeters mm|centimetre centimetres centimeter centimeters cm|metre metres meter meters|
kilometre kilometres kilometer kilometers km|mile miles mi|foot feet ft|inch inches|gram grams|kilogram kilograms kg|pound pounds lb lbs|ounce ounces|
tonne tonnes ton tons|litre litres liter liters|gallon gallons|% percent percentage|points point|$ dollar dollars usd|€ euro euros eur|£ gbp|¥ yen|
degree degrees|° celsius fahrenheit|ms millisecond milliseconds|cent cents`;
export const UNIT_OF = firstOfGroup(UNITS);
