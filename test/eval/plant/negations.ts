import { hasWord, type Planted, type Planter } from "./planter.ts";

/** What becomes of the first match, by rule; the change must turn what the sentence says. */
const CHANGES: [rule: string, from: RegExp, to: string][] = [
  [
    "not added",
    /\b(is|are|was|were|can|could|must|should|will|would|may|does|do|did|has been|have been)\b(?! not|n't)/,
    "$1 not",
  ],
  ["not removed", /\b(is|are|was|were|could|must|should|will|would|may|does|do|did|has|have) not\b/i, "$1"],
  ["not removed", /\b(is|are|was|were|could|should|would|does|do|did|has|have)n[’']t\b/i, "$1"],
  ["cannot", /\bcan\b(?! not|['’]t|not)/, "cannot"],
  ["cannot removed", /\b(?:cannot|can['’]t|can not)\b/, "can"],
  ["never removed", /\bnever\b/, "always"],
  ["never added", /\b(is|are|was|were|can|must|should|will|may)\b(?! not|n't| never)/, "$1 never"],
  ["never for always", /\balways\b/, "never"],
  ["only added", /\b(is|are|was|were|can|must|will|may)\b(?! only| not)/, "$1 only"],
  ["only removed", /\bonly\b/, "also"],
  ["always added", /\b(is|are|was|were|can|must|will|may)\b(?! always| not)/, "$1 always"],
  ["must for may", /\b(?:may|might|can)\b(?= [a-z])/, "must"],
  ["may for must", /\bmust\b(?= [a-z])/, "may"],
  ["no longer", /\b(is|are)\b(?! not| no)/, "$1 no longer"],
  ["without for with", /\bwith\b(?! respect)/, "without"],
  ["with for without", /\bwithout\b/, "with"],
  ["no for a", /\b(have|has|need|needs|get|gets|is|are) an?\b/, "$1 no"],
  ["all for some", /\b(?:some|many|most)\b/, "all"],
  ["unless for if", /\bif\b/, "unless"],
];

const ANTONYMS: [string, string][] = [
  ["before", "after"],
  ["enable", "disable"],
  ["enabled", "disabled"],
  ["increase", "decrease"],
  ["increased", "decreased"],
  ["higher", "lower"],
  ["more", "less"],
  ["first", "last"],
  ["largest", "smallest"],
  ["highest", "lowest"],
  ["above", "below"],
  ["allow", "forbid"],
  ["include", "exclude"],
  ["includes", "excludes"],
  ["accept", "reject"],
  ["accepts", "rejects"],
  ["required", "optional"],
  ["valid", "invalid"],
  ["open", "closed"],
  ["on", "off"],
  ["start", "stop"],
  ["add", "remove"],
  ["same", "different"],
  ["internal", "external"],
  ["public", "private"],
  ["early", "late"],
  ["north", "south"],
  ["east", "west"],
  ["minimum", "maximum"],
  ["possible", "impossible"],
];

export const plantNegations: Planter = ({ text, support }) => {
  const planted: Planted[] = [];
  for (const [rule, from, to] of CHANGES) {
    const changed = text.replace(from, to);
    if (changed !== text) planted.push({ kind: "negation", rule, text: changed });
  }
  const pairs = [...ANTONYMS, ...ANTONYMS.map(([a, b]): [string, string] => [b, a])];
  const pair = pairs.find(([word, other]) => text.includes(` ${word} `) && !hasWord(support, other));
  // "on" is seldom the opposite of "off"
  if (pair && pair[0] !== "on" && pair[0] !== "off") {
    planted.push({ kind: "negation", rule: "antonym", text: text.replace(` ${pair[0]} `, ` ${pair[1]} `) });
  }
  return planted;
};
