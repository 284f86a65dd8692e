import { hasWord, pick, type Planted, type Planter } from "./planter.ts";

const STEPS = [
  "restart your computer",
  "clear the browser's cache",
  "reinstall the application",
  "wait until the confirmation arrives by mail",
  "ask your bank for a certificate",
  "delete the old entries by hand",
  "sign the form in front of a witness",
  "switch to the developer view",
  "pay the deposit",
  "call the hotline",
];
const FEATURES = [
  "exports everything to a spreadsheet",
  "sends a weekly summary by text message",
  "keeps a backup for emergencies",
  "was praised by critics around the world",
  "is available in a cheaper edition",
  "comes with a mobile app",
  "translates itself automatically",
  "has won several prizes",
  "is protected by insurance",
  "can be shared with colleagues",
];

const withoutEnd = (text: string) => text.replace(/[\s.!?:;]+$/, "");
const lowerFirst = (text: string) => (/^[A-Z][a-z]/.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text);

/** Words of the passage that could stand where a noun stands. */
const nounsOf = (support: string) => [
  ...new Set([...support.matchAll(/\b(?:the|a|an|your) ([a-z]{4,})\b/g)].map((match) => match[1] ?? "")),
];

export const plantClaims: Planter = (target) => [...plantSteps(target), ...plantFeatures(target)];

const plantSteps: Planter = ({ text, support, elsewhere, random }) => {
  const planted: Planted[] = [];
  const strange = (claims: readonly string[]) =>
    pick(
      claims.filter((claim) => telling(claim).every((word) => !hasWord(support, word))),
      random,
    );
  const add = (rule: string, changed: string) => planted.push({ kind: "added step", rule, text: changed });
  const step = strange(STEPS);
  if (step) {
    add("clause at the end", `${withoutEnd(text)}, and then ${step}.`);
    add("clause at the beginning", `After you ${step}, ${lowerFirst(text)}`);
    add("sentence", `Then ${step}.`);
  }
  const foreign = pick(
    elsewhere.filter((each) => each.length > 40 && each.length < 160),
    random,
  );
  if (foreign) add("sentence of another document", foreign);
  return planted;
};

const plantFeatures: Planter = ({ text, support, elsewhere, random }) => {
  const planted: Planted[] = [];
  const add = (rule: string, changed: string) => planted.push({ kind: "invented feature", rule, text: changed });
  const feature = pick(
    FEATURES.filter((claim) => telling(claim).every((word) => !hasWord(support, word))),
    random,
  );
  const nouns = nounsOf(support);
  const noun = pick(nouns, random);
  const other = pick(
    nouns.filter((each) => each !== noun),
    random,
  );
  if (feature) add("clause", `${withoutEnd(text)}, which also ${feature}.`);
  if (feature && noun) add("sentence with a word of the passage", `The ${noun} ${feature}.`);
  if (feature && noun && other) {
    add("sentence with words of the passage", `With the ${noun}, the ${other} ${feature}.`);
    add("clause with words of the passage", `${withoutEnd(text)}, and the ${noun} of the ${other} ${feature}.`);
  }
  const foreign = pick(
    elsewhere.filter((each) => each.length > 40 && each.length < 120),
    random,
  );
  if (foreign) add("clause of another document", `${withoutEnd(text)}, and ${lowerFirst(foreign)}`);
  return planted;
};

const telling = (claim: string) => claim.split(/[^a-z]+/i).filter((word) => word.length > 4);
