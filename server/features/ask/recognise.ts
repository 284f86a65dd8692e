import { splitWords } from "#server/knowledge/words.ts";

/** What is said to a help desk without being a question about the product. */
export type Remark = "greeting" | "thanks" | "person" | "self" | "abuse";

const ENDED = String.raw`[\s!.,?…]*$`;
const PATTERNS: [Remark, RegExp][] = [
  [
    "greeting",
    new RegExp(`^(?:hi|hello|hey|hiya|good (?:morning|day|afternoon|evening))(?: there| all| everyone)?${ENDED}`, "i"),
  ],
  [
    "thanks",
    new RegExp(
      `^(?:ok(?:ay)?,? |great,? )?(?:thanks|thank you|thx|cheers)(?: a lot| so much| very much| again)?${ENDED}`,
      "i",
    ),
  ],
  [
    "person",
    /\b(?:talk|speak|chat|write|connect me|put me through) (?:to|with) (?:an? |some|the |your )?(?:real |live |actual )*(?:person|human|agent|one|body|support|representative|people)\b/i,
  ],
  [
    "person",
    new RegExp(`^(?:an? |real |live )*(?:person|human|agent|representative|operator)(?: please| now)?${ENDED}`, "i"),
  ],
  [
    "self",
    new RegExp(
      `^(?:who|what) are you${ENDED}|^what (?:can|do) you (?:do|know)${ENDED}|^(?:are you|is this) (?:an? )?(?:ai|bot|robot|human|person|real)\\b`,
      "i",
    ),
  ],
];

/** Nothing else in a message, and at least one of the first: somebody has had enough. */
const ABUSE = new Set(
  `useless stupid idiot idiotic idiots dumb crap crappy garbage rubbish terrible awful worthless pathetic hopeless bullshit fuck
  fucking fucked shit shitty sucks suck moron wtf hate damn`.split(/\s+/),
);
const AROUND_ABUSE = new Set(
  `a ai all an and answer answers are bot completely go hell help i is it just of off piece please re really s screw shut so such
  that the thing this to totally up very was were what with you your`.split(/\s+/),
);

function isAbuse(text: string): boolean {
  const words = splitWords(text);
  return words.some((word) => ABUSE.has(word)) && words.every((word) => ABUSE.has(word) || AROUND_ABUSE.has(word));
}

/** Greetings, thanks, abuse, the wish for a person, and questions about the one who answers; null for everything else. */
export function recogniseRemark(question: string): Remark | null {
  if (isAbuse(question)) return "abuse";
  return PATTERNS.find(([, pattern]) => pattern.test(question.trim()))?.[0] ?? null;
}

const REPLIES: Record<Remark, string> = {
  greeting: "Hello. Ask about anything that the articles explain, such as an error message or a setting.",
  thanks: "You are welcome. If something does not work after all, ask again or write to a person.",
  person: "A person can take this over: choose “Ask a person”, and what you asked here goes along if you want it to.",
  abuse:
    "I am sorry that this did not help. A person can take it over: choose “Ask a person”, and what you asked here goes along if you want it to.",
  self: "These are answers from the articles of this hub, each with a link to where it says so. What the articles do not say is not answered here; a person can help with that.",
};

export const replyTo = (remark: Remark): string => REPLIES[remark];
