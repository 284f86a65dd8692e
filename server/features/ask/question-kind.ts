/** What a question asks for, as far as its words give that away. */
export type QuestionKind = "number" | "time" | "who" | "where" | "why" | "how" | "what" | "whether" | "other";

/** The first that fits says what is asked. */
const ASKS: [QuestionKind, RegExp][] = [
  ["number", /\bhow (?:many|much|old|tall|large|big|far|high|fast|often)\b/i],
  ["number", /\b(?:what|which) (?:percent(?:age)?|number|amount|proportion|fraction|price)\b/i],
  ["time", /\bhow long\b|\bwhen\b|\b(?:what|which) (?:year|date|day|month|century|decade|time)\b/i],
  ["who", /\bwho(?:['’]?s|se|m)?\b/i],
  ["where", /\bwhere(?:['’]?s)?\b/i],
  ["why", /\bwhy\b|\breasons?\b|\bcauses?\b/i],
  ["how", /\bhow (?:do|can|to|should|would|does)\b/i],
  ["what", /^\W*what(?:['’]?s| is| are| was| were)\b|\bmean(?:ing|s)?\b|\bdefin/i],
  ["whether", /\b(?:can|do|does|is|are|am|will|should|must|may) (?:i|my|we|our|you|it|the|an?|there)\b/i],
];

const MONTHS = "january|february|march|april|may|june|july|august|september|october|november|december";
const NUMBER_WORDS =
  "two|three|four|five|six|seven|eight|nine|ten|twelve|dozen|hundred|thousand|[mb]illion|half|third|quarter|percent|once|twice";

/** What a sentence that answers such a question usually has. */
const ANSWERS: Record<Exclude<QuestionKind, "other">, RegExp> = {
  number: new RegExp(String.raw`\d|\b(?:${NUMBER_WORDS})\b`, "i"),
  time: new RegExp(
    String.raw`\b\d{3,4}\b|\d|\b(?:${MONTHS}|(?:second|minute|hour|day|week|month|year|decade)s?|centur\w+|before|after|until|once)\b`,
    "i",
  ),
  who: /\S\s+["“(]*\p{Lu}\p{Ll}+/u,
  where:
    /\b(?:in|at|on|from|near|to|under|between|within) (?:the )?\p{Lu}|›|\b(?:online|offices?|pages?|tabs?|menu|here|located|area)\b/u,
  why: /\b(?:because|since|due|so that|therefore|reasons?|caus\w+|results?|in order|thus|hence|to avoid|if)\b/i,
  how: /\b(?:you|your|by|must|can|should|use|open|click|press|choose|select|if|follow|steps?)\b/i,
  what: /\b(?:is|are|was|were|means?|refers|called|known|describes|defined)\b/i,
  whether:
    /\b(?:must|may|can|cannot|not|needs?|required?|should|if|will|yes|no|only|eligible|allowed|able|unless|without)\b/i,
};

export const kindOfQuestion = (question: string): QuestionKind =>
  ASKS.find(([, pattern]) => pattern.test(question))?.[0] ?? "other";

/** 1 where a sentence has what such a question asks for, -1 where it does not, 0 where nothing can be said. */
export const fitsKind = (kind: QuestionKind, sentence: string): number =>
  kind === "other" ? 0 : ANSWERS[kind].test(sentence) ? 1 : -1;
