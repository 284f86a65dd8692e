import type { Asking } from "./asking.ts";
import { withEnd } from "./patterns.ts";

const WHO = "(?:ai|bot|chatbot|robot|human(?: being)?|person|machine|real)";
const NOT = "(?:does|do|did|will|wo)(?: not|n['’]?t)";

export const englishRemarks: Asking["remarks"] = [
  ["greeting", withEnd("(?:hi|hello|hey|hiya|good (?:morning|day|afternoon|evening))(?: there| all| everyone)?")],
  [
    "thanks",
    withEnd("(?:ok(?:ay)?,? |great,? )?(?:thanks|thank you|thx|cheers)(?: a lot| so much| very much| again)?"),
  ],
  [
    "person",
    new RegExp(
      String.raw`^(?:(?:please|hi|hello|hey|ok|no|sorry)[, ]+)*(?:(?:(?:can|could|may) (?:i|we)|(?:i|we) (?:want|need|would like|have) to|(?:i|we)['’]d like to|i wanna|let (?:me|us)|how (?:can|do) (?:i|we)|please)(?: please)? )?(?:talk|speak|chat|write|connect me|put me through) (?:to|with) (?:an? |some|the |your )?(?:real |live |actual )*(?:person|human|agent|one|body|support|representative)\b(?! (?:who|that|which|in|through|via|(?:on|over|by) (?:the |a )?(?:tele)?phone))`,
      "i",
    ),
  ],
  ["person", withEnd("(?:an? |real |live )*(?:person|human|agent|representative|operator)(?: please| now)?")],
  ["self", withEnd("(?:who|what) are you|what (?:can|do) you (?:do|know)")],
  [
    "self",
    withEnd(
      `(?:are you|is this|am i (?:talking|speaking|chatting) (?:to|with)) (?:an? )?(?:real |actual |live )?${WHO}(?: or (?:an? )?(?:real )?${WHO})?`,
    ),
  ],
  ["vague", withEnd(`(?:please )?help(?: me)?(?: please)?|i need (?:some |your )?help(?: please)?`)],
  [
    "vague",
    withEnd(
      "(?:(?:i have|i['’]ve|we have|there is|there['’]s|i) )?(?:got )?(?:an?|some) (?:problem|issue|question|error)s?",
    ),
  ],
  [
    "vague",
    withEnd(
      `(?:(?:it|this|that|everything|something) (?:still |just |really |simply )*(?:${NOT} work|${NOT}|is(?: not|n['’]?t) working)|(?:it is |it['’]?s )?(?:still )?(?:not working|broken)|nothing works)(?: at all| any ?more)?`,
    ),
  ],
  ["vague", withEnd("something (?:is|went|['’]s) wrong|(?:i am|i['’]?m|we are) stuck")],
];
