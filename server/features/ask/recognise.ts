/** What is said to a help desk without being a question about the product. */
export type Remark = "greeting" | "thanks" | "person" | "self";

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

/** Greetings, thanks, the wish for a person, and questions about the one who answers; null for everything else. */
export function recogniseRemark(question: string): Remark | null {
  return PATTERNS.find(([, pattern]) => pattern.test(question.trim()))?.[0] ?? null;
}

const REPLIES: Record<Remark, string> = {
  greeting: "Hello. Ask about anything that the articles explain, such as an error message or a setting.",
  thanks: "You are welcome. If something does not work after all, ask again or write to a person.",
  person: "A person can take this over: choose “Ask a person”, and what you asked here goes along if you want it to.",
  self: "These are answers from the articles of this hub, each with a link to where it says so. What the articles do not say is not answered here; a person can help with that.",
};

export const replyTo = (remark: Remark): string => REPLIES[remark];
