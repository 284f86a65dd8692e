import { firstOfGroup } from "../../../word-set.ts";

const SMALL =
  "zwei drei vier funf sechs sieben acht neun zehn elf zwolf dreizehn vierzehn funfzehn sechzehn siebzehn achtzehn neunzehn".split(
    " ",
  );
const TENS = "zwanzig dreissig vierzig funfzig sechzig siebzig achtzig neunzig".split(" ");
const ORDINALS = "dritt viert funft sechst siebt acht neunt zehnt".split(" ");

/** Umlauts are gone from what is looked up. */
const NUMBERS: ReadonlyMap<string, number> = new Map([
  ...SMALL.map((word, at) => [word, at + 2] as const),
  ...TENS.flatMap((tens, at) => [
    [tens, (at + 2) * 10] as const,
    ...["ein", ...SMALL.slice(0, 8)].map((unit, one) => [`${unit}und${tens}`, (at + 2) * 10 + one + 1] as const),
  ]),
  ...ORDINALS.flatMap((word, at) => ["e", "en", "er", "es", "em"].map((end) => [word + end, at + 3] as const)),
  ["zweimal", 2],
  ["dreimal", 3],
  ["dutzend", 12],
]);

export const readNumber = (lower: string): number | null => NUMBERS.get(lower.replaceAll("ß", "ss")) ?? null;

export const SCALES: ReadonlyMap<string, number> = new Map([
  ["hundert", 100],
  ["tausend", 1000],
  ["million", 1e6],
  ["millionen", 1e6],
  ["milliarde", 1e9],
  ["milliarden", 1e9],
]);

export const ALSO_NUMBERS: ReadonlyMap<string, string> = new Map([
  ...["ein", "eine", "einen", "einem", "einer", "eines", "einzige", "einmal"].map((word) => [word, "1"] as const),
  ...["erste", "ersten", "erster"].map((word) => [word, "1"] as const),
  ...["beide", "beiden", "zweite", "zweiten", "zweites", "paar"].map((word) => [word, "2"] as const),
]);

/** "1.500" is 1500, "1,5" 1.5; versions and times stay as they are. */
export function readFigure(figure: string): string {
  const plain = figure.replace(/[.'](?=\d{3}(?!\d))/g, "").replace(/^(\d+),(\d+)$/, "$1.$2");
  return /^0[1-9]$/.test(plain) ? plain.slice(1) : plain;
}

/** Each group has the English name first, as the rules know units. */
export const UNIT_OF =
  firstOfGroup(`second sekunde sekunden|minute minuten|hour stunde stunden|day tag tage tagen tages werktag werktage werktagen arbeitstag arbeitstage arbeitstagen|
week woche wochen|month monat monate monaten monats|year jahr jahre jahren jahres|decade jahrzehnt jahrzehnte|century jahrhundert|
byte bytes|kb kilobyte|mb megabyte|gb gigabyte|tb terabyte|mm millimeter|cm zentimeter|metre meter|kilometre kilometer km|gram gramm|kilogram kilogramm kg|
% prozent|points punkte|$ dollar usd|€ euro euros eur|£ pfund gbp|degree grad|ms millisekunde millisekunden|cents cent`);

const NAMES = "Januar Februar März April Mai Juni Juli August September Oktober November Dezember".split(" ");
const WEEKDAYS = "montag dienstag mittwoch donnerstag freitag samstag sonntag".split(" ");
const plain = (name: string) => name.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
export const MONTHS = NAMES.map(plain);
export const DATES: ReadonlyMap<string, string> = new Map([
  ...[...MONTHS, ...WEEKDAYS].flatMap((name) => [[name, name] as const, [`${name}s`, name] as const]),
  ["janner", "januar"] as const,
  ["feber", "februar"] as const,
]);

/** "03.03.2026", "2026-03-03" and "3. März 2026" are one date; the stop behind a day ends no sentence. */
export function normalize(text: string): string {
  const write = (date: string, day: string, month: string, year: string) =>
    NAMES[Number(month) - 1] ? `${Number(day)} ${NAMES[Number(month) - 1]} ${year}` : date;
  return text
    .replace(/\b(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})\b/g, write)
    .replace(/\b(\d{4})-(\d\d)-(\d\d)\b/g, (date, year: string, month: string, day: string) =>
      write(date, day, month, year),
    )
    .replace(DAY, "$1");
}
const DAY = new RegExp(String.raw`\b(\d{1,2})\.(?=\s(?:${NAMES.join("|")})\b)`, "g");
