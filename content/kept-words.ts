/**
 * Texts that are stored, and said later in the language of whoever reads them. What is stored is not the text but its key in
 * `defineWords`, with its values.
 */
import { z } from "zod";
import { listsIn } from "./locale-formats.ts";
import { sayText, speech, wordsOf } from "./words.ts";

export type Kept = { say: string; with: KeptValue[] };
/** What people and CRMs wrote stands as it is. `at`: an ISO 8601 moment; `time` of it is the time of the day alone. UTC. */
export type KeptValue = string | number | Kept | { list: Text[] } | { at: string; as: "moment" | "time" };
/** A text that has one language only, or one that is said in the reader's. */
export type Text = string | Kept;

export const Kept: z.ZodType<Kept> = z.object({ say: z.string(), with: z.array(z.lazy(() => KeptValue)) });
export const Text: z.ZodType<Text> = z.union([z.string(), Kept]);
const KeptValue: z.ZodType<KeptValue> = z.union([
  z.string(),
  z.number(),
  Kept,
  z.object({ list: z.array(Text) }),
  z.object({ at: z.string(), as: z.enum(["moment", "time"]) }),
]);

/** The same words, each giving what is kept in place of a text. */
export type Keeping<Words> = Words extends string
  ? Kept
  : Words extends (...values: infer Values) => string
    ? (...values: { [At in keyof Values]: KeptValue }) => Kept
    : { readonly [Key in keyof Words]: Keeping<Words[Key]> };

/** What `defineWords` gave, for keeping: `keepWords(t).found(name)` is said by `sayKept`. */
export function keepWords<Words extends object>(words: Words): Keeping<Words> {
  const known = wordsOf(words);
  if (!known) throw new Error("These are no words of defineWords");
  return keeping(words, known.area) as Keeping<Words>; // built of the same keys
}

function keeping(words: object, path: string): object {
  const entries = Object.entries(words).map(([name, text]: [string, unknown]) => {
    const key = `${path}.${name}`;
    if (typeof text === "string") return [name, { say: key, with: [] }];
    if (typeof text === "function") return [name, (...values: KeptValue[]): Kept => ({ say: key, with: values })];
    return [name, keeping(text as object, key)]; // words have texts, functions and groups of them
  });
  return Object.fromEntries(entries) as object;
}

/** This version has not the words any more, or not yet. */
class UnknownWords extends Error {}

/** A text in the language that is spoken. @throws where its words are not known, as of what was kept long ago */
export function say(text: Text): string {
  if (typeof text === "string") return text;
  const said = sayText(text.say, text.with.map(sayValue));
  if (said === undefined) throw new UnknownWords(`There are no words ${text.say}`);
  return said;
}

/** The same of what was kept at any time. `otherwise` stands where its words are not known. */
export function sayKept(text: Text, otherwise: string): string {
  try {
    return say(text);
  } catch (error) {
    if (error instanceof UnknownWords) return otherwise;
    throw error;
  }
}

export const sayList = (list: Text[]): string => listsIn(speech().locale).format(list.map(say));

function sayValue(value: KeptValue): string | number {
  if (typeof value === "number") return value;
  if (typeof value === "string" || "say" in value) return say(value);
  return "list" in value ? sayList(value.list) : sayMoment(value);
}

const FORMS = { moment: { dateStyle: "medium", timeStyle: "short" }, time: { timeStyle: "short" } } as const;
const sayMoment = ({ at, as }: { at: string; as: keyof typeof FORMS }): string =>
  new Intl.DateTimeFormat(speech().locale, { ...FORMS[as], timeZone: "UTC" }).format(new Date(at));
