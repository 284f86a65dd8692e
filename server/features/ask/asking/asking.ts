/** How people put things, in each of the languages that the hub understands. A question is tried in all of them: a short one does not say which it is in. */
import { english } from "./english.asking.ts";
import { german } from "./german.asking.ts";
import { wholeWords } from "./patterns.ts";

/** What is said to a help desk without being a question about the product. */
export type Remark = "greeting" | "thanks" | "person" | "self" | "vague" | "abuse";

/** What a question asks for, as far as its words give that away. */
export type QuestionKind = "number" | "time" | "who" | "where" | "why" | "how" | "what" | "whether" | "other";
type Told = Exclude<QuestionKind, "other">;

/** One language's. Sets have words as splitWords makes them: lower case, without diacritics. */
export type Asking = {
  /** The first that fits says what it is. */
  remarks: [Exclude<Remark, "abuse">, RegExp][];
  /** Nothing else in a message, and at least one of the first: somebody has had enough. */
  abuse: ReadonlySet<string>;
  aroundAbuse: ReadonlySet<string>;
  /** "Is HubSpot down?": the vendor's state is the answer. */
  state: RegExp;
  /** Something does not work, for which a vendor in trouble may be the reason. */
  trouble: RegExp;
  /** "Is my connection fine?": the check is the answer. */
  ownConnection: RegExp;
  /** What a connection does, and can fail at. */
  itsWork: RegExp;
  /** What a follow-up begins with and consists of, beside what it is about. */
  opening: ReadonlySet<string>;
  /** Points at something that was said before. */
  pointing: RegExp;
  /** Goes on from what was said before. */
  goingOn: RegExp;
  /** How a question begins, where it stands by itself or behind another one; and what joins the two. */
  begins: string;
  joins: string;
  /** The first that fits says what is asked. */
  kinds: [Told, RegExp][];
  /** What a sentence that answers such a question usually has. */
  answersKind: Record<Told, RegExp>;
  /** How long something takes, or lasts, is asked. */
  lasting: RegExp;
  /** So long it takes, or lasts. */
  duration: RegExp;
  /** One of several is asked for, or what something is. */
  choosing: RegExp;
  /** Somebody wants to do something, and gets all the steps. */
  doing: RegExp;
  /** How something comes about by itself: "how does a lead qualify". */
  working: RegExp;
  /** What is to be done, as its one group: "how do I merge…", "can it send…". */
  act: RegExp;
  /** Stands after a number that counts something, so that it is no code: "500 leads". */
  counted: RegExp;
  /** Two things are compared. */
  comparing: RegExp;
  /** Stand between the two, and what stands around them beside that. */
  joining: ReadonlySet<string>;
  aroundCompared: ReadonlySet<string>;
  /** A sentence that only says where to read on. */
  readOn: RegExp;
};

const ALL: Asking[] = [english, german];

/** What a question asks to have done, in each of the languages that it may be in. */
export const actsOf = (question: string): string[] => ALL.flatMap(({ act }) => act.exec(question)?.[1] ?? []);

type Pattern = { [Key in keyof Asking]: Asking[Key] extends RegExp ? Key : never }[keyof Asking];
/** Whether a text fits a pattern of any language. */
export const fits = (pattern: Pattern, text: string): boolean => ALL.some((asking) => asking[pattern].test(text));

type WordSet = { [Key in keyof Asking]: Asking[Key] extends ReadonlySet<string> ? Key : never }[keyof Asking];
/** The words of all languages. */
export const wordsOfAll = (set: WordSet): ReadonlySet<string> => new Set(ALL.flatMap((asking) => [...asking[set]]));

/** A message that begins as a question does, and where in it another one begins, in each of the languages. */
export const QUESTION = ALL.map(({ begins }) => new RegExp(`^${wholeWords(begins)}`, "iu"));
export const FURTHER = ALL.map(
  ({ begins, joins }) => new RegExp(`[?!.;]+\\s+|,? (?:${wholeWords(joins)}[, ]+)+(?=${wholeWords(begins)})`, "iu"),
);
/** What such a question may begin with. */
export const JOINS = new RegExp(`^(?:${wholeWords(ALL.map(({ joins }) => joins).join("|"))}[, ]+)+`, "iu");

export const REMARKS = ALL.flatMap(({ remarks }) => remarks);
export const KINDS = ALL.flatMap(({ kinds }) => kinds);
export const answersKind = (kind: Told, sentence: string): boolean =>
  ALL.some((asking) => asking.answersKind[kind].test(sentence));
