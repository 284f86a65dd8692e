import type { Asking } from "./asking.ts";
import { listWords, withEnd } from "./patterns.ts";

export const english: Asking = {
  remarks: [
    ["greeting", withEnd("(?:hi|hello|hey|hiya|good (?:morning|day|afternoon|evening))(?: there| all| everyone)?")],
    [
      "thanks",
      withEnd("(?:ok(?:ay)?,? |great,? )?(?:thanks|thank you|thx|cheers)(?: a lot| so much| very much| again)?"),
    ],
    [
      "person",
      /\b(?:talk|speak|chat|write|connect me|put me through) (?:to|with) (?:an? |some|the |your )?(?:real |live |actual )*(?:person|human|agent|one|body|support|representative|people)\b/i,
    ],
    ["person", withEnd("(?:an? |real |live )*(?:person|human|agent|representative|operator)(?: please| now)?")],
    ["self", withEnd("(?:who|what) are you|what (?:can|do) you (?:do|know)")],
    ["self", /^(?:are you|is this) (?:an? )?(?:ai|bot|robot|human|person|real)\b/i],
  ],
  abuse: listWords(
    `useless stupid idiot idiotic idiots dumb crap crappy garbage rubbish terrible awful worthless pathetic hopeless bullshit
    fuck fucking fucked shit shitty sucks suck moron wtf hate damn`,
  ),
  aroundAbuse: listWords(
    `a ai all an and answer answers are bot completely go hell help i is it just of off piece please re really s screw shut so
    such that the thing this to totally up very was were what with you your`,
  ),
  state:
    /\b(?:down|offline|outage|operational|incidents?)\b|\b(?:is|are)\b[^?]*\b(?:up|ok|okay|working)(?: (?:right )?now| today| currently| at the moment)?\W*$/i,
  trouble:
    /\b(?:not|never|cannot|stop(?:s|ped)?|fail\w*|errors?|broken|breaks?|slow|stuck|missing|lost|problems?|trouble|timeouts?|timed out)\b|n['’]t\b/i,
  ownConnection: /\b(?:my|our)\b[^?.!]*\b(?:connection|integration|crm|setup|set-up|check)\b/i,
  itsWork:
    /\b(?:sync\w*|contacts?|leads?|referr\w+|qualif\w+|crms?|connect\w*|integrations?|mapp\w+|fields?|pipelines?|stages?|bookings?)\b/i,
  opening: listWords(
    "and or but so then ok okay also what how about for in with on the same is it does do that work now please",
  ),
  pointing: /\b(?:it|that|this|they|them|those|these|there|one|same)\b/i,
  goingOn: /^(?:and|or|but|so|then|what about|how about|why|how long|how much|when|where)\b/i,
};
