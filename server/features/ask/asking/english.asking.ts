import type { Asking } from "./asking.ts";
import { englishRemarks } from "./english.remarks.ts";
import { wordSet } from "../word-set.ts";

const DOWN = "(?<!-)(?:down|offline|unavailable)";
const NOW = "(?: (?:right )?now| today| currently| at the moment| again)?";
/** "my HubSpot connection" */
const OWN = String.raw`(?:my|our) (?:\S+ ){0,3}(?:connection|integration|crm|setup|set-up)\b`;

const MONTHS = "january|february|march|april|may|june|july|august|september|october|november|december";
const NUMBER_WORDS =
  "two|three|four|five|six|seven|eight|nine|ten|twelve|dozen|hundred|thousand|[mb]illion|half|third|quarter|percent|once|twice";

export const english: Asking = {
  remarks: englishRemarks,
  abuse: wordSet(
    `useless stupid idiot idiotic idiots dumb crap crappy garbage rubbish terrible awful worthless pathetic hopeless bullshit
    fuck fucking fucked shit shitty sucks suck moron wtf hate damn`,
  ),
  aroundAbuse: wordSet(
    `a ai all an and answer answers are bot completely go hell help i is it just of off piece please re really s screw shut so
    such that the thing this to totally up very was were what with you your`,
  ),
  state: new RegExp(
    [
      String.raw`(?:^|[,.;!] ?|\b(?:hey|hi|hello|so|but|and) )(?:is|are) [^?]*(?:${DOWN}|(?<!set |sign(?:ed)? |hook(?:ed)? |follow )up|ok|okay|working|operational)${NOW}\W*$`,
      String.raw`(?:^|[,.;!] ?)(?:is|are) there (?:an? |any )?(?:outages?|incidents?|downtime)\b`,
      String.raw`^(?!what|when|why|how|who|where|which|if)(?:\S+ ){0,4}(?:is|are|seems?|looks?)(?: to be)? ${DOWN}${NOW}\W*$`,
      String.raw`^(?:is )?\S+(?: ${DOWN}| outages?| incidents?| status)${NOW}\W*$`,
    ].join("|"),
    "i",
  ),
  trouble: new RegExp(
    [
      String.raw`\b(?:not|never|cannot|stop(?:s|ped)?|fail\w*|errors?|broken|breaks?|slow|stuck|missing|lost|problems?|trouble|timeouts?|timed out)\b`,
      String.raw`\b(?:wrong|empty|blank|nothing|nobody|refus\w+|reject\w+|block(?:s|ed)|ignor\w+|disappear\w*|vanish\w*)\b`,
      String.raw`n['’]t\b|\b(?:do|does|did|ca|wo|is|are|was|were|ha[sv]e?|could|would)nt\b`,
    ].join("|"),
    "i",
  ),
  ownConnection: new RegExp(
    [
      String.raw`\b${OWN}[^?.!]*\b(?:fine|ok|okay|working|works?|healthy|all right|connected|fail(?:s|ed|ing)?|broken|broke|down|stopped|expired|not)${NOW}\s*(?:[,.;!?]|$)`,
      String.raw`\bwrong with ${OWN}`,
      String.raw`\b(?:status|state|health|results?) of ${OWN}`,
      String.raw`^\W*(?:please )?(?:how is|how['’]s|check|test) ${OWN}\W*$`,
      String.raw`\bwhat (?:did|does) (?:my|our|the) (?:last |latest )?check (?:find|say)`,
    ].join("|"),
    "i",
  ),
  itsWork:
    /\b(?:sync\w*|contacts?|leads?|referr\w+|qualif\w+|crms?|connect\w*|integrations?|mapp\w+|fields?|pipelines?|stages?|bookings?)\b/i,
  opening: wordSet(
    "and or but so then if ok okay also what how about for in with on the same is it does do that work now please",
  ),
  // "is there an API?" points nowhere
  pointing: /\b(?:it|that|this|they|them|those|these|(?<!\b(?:is|are|was|were) )there|one|same)\b/i,
  goingOn: /^(?:and|or|but|so|then|what if|if|what about|how about|why|how long|how much|when|where)\b/i,
  begins: String.raw`what(?:['’]?s)?|how(?:['’]?s)?|why|who(?:['’]?s)?|which|(?:(?:when|where) )?(?:is|are|do|does|did|can|could|will|would|should|must|may) (?:i|we|you|he|she|it|they|one|there|this|that|these|those|the|my|our|your|an?|any|somebody|someone)|where(?:['’]s)?`,
  joins: "and|also|plus|but|then|ok|okay|so|hi|hello|please",
  kinds: [
    ["number", /\bhow (?:many|much|old|tall|large|big|far|high|fast|often)\b/i],
    ["number", /\b(?:what|which) (?:percent(?:age)?|number|amount|proportion|fraction|price)\b/i],
    ["time", /\bhow long\b|\bwhen\b|\b(?:what|which) (?:year|date|day|month|century|decade|time)\b/i],
    ["who", /\bwho(?:['’]?s|se|m)?\b/i],
    ["where", /\bwhere(?:['’]?s)?\b/i],
    ["why", /\bwhy\b|\breasons?\b|\bcauses?\b/i],
    ["how", /\bhow (?:do|can|to|should|would|does)\b/i],
    ["what", /^\W*what(?:['’]?s| is| are| was| were)\b|\bmean(?:ing|s)?\b|\bdefin/i],
    ["whether", /\b(?:can|do|does|is|are|am|will|should|must|may) (?:i|my|we|our|you|it|the|an?|there)\b/i],
  ],
  answersKind: {
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
  },
  lasting: /\bhow long\b/i,
  duration: new RegExp(
    String.raw`\b(?:\d+|an?|one|${NUMBER_WORDS}|few|several|some|matter of) (?:\w+ )?(?:seconds|(?:minute|hour|day|week|month|year)s?)\b|\b(?:until|at once|immediately|instantly|(?:straight|right) away|for good)\b`,
    "i",
  ),
  choosing: /\b(?:which|what)\b/i,
  doing: /\bhow (?:do|can|to|should|would|does one)\b|\b(?:set ?up|steps|guide|walk me)\b/i,
  working:
    /\bhow (?:does|is|are|did) (?!one\b)|\bhow do (?!i\b|we\b|you\b|people\b|one\b)|\bwhat (?:(?:does|can|may) (?!i\b|we\b)|do (?:you|they)\b)|\bhow (?:the|an?|this|that|it)\b.{0,40} works?\b/i,
  // not "how long does it take": as a rule the first word after who does it
  act: /(?<!how (?:long|much|many|often) )\b(?:(?:how|where) (?:do|can|to)|how (?:should|would|could|does)|can|could|may|do|does|did|will|would|should)\s+(?:(?:i|we|you|they|it|one|he|this|that|(?:the|my|our) \w+)\s+)?(?:(?:also|actually|really|even) )?([a-z]+)/i,
  counted:
    /^ (?:(?:new|old|more|other|existing|test) )?(?:people\b|(?!(?:errors?|codes|statuses|appears|comes|gets|happens|is|keeps|means|says|shows|was)\b)[a-z]+s\b)/i,
  comparing:
    /\b(?:differen\w*|differs?|vs|versus|compar\w+|same (?:way|as)|(?:bett|easi|fast|quick|slow|cheap|simpl|saf|hard)er|worse)\b/i,
  joining: wordSet("vs versus and or than from to with"),
  aroundCompared:
    wordSet(`between other others rest same way both two one ones else which what handle handles treat treats behave behaves
    different differently difference differences differ differs vs versus compare compared comparing comparison`),
  readOn: /^(?:see|more in|go to)\b|\bleads? you through/i,
};
