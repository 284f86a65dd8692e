import { hasWord, pick, replaceAt, type Planted, type Planter } from "./planter.ts";

/** Capitalised for another reason than that they name somebody. */
const NO_NAMES = new Set(
  `The A An In On At Of For And But Or If When While After Before It Its This That These Those They He She We You I His Her
  Their Our Your My Not No Yes As By To From With Without Is Are Was Were Be Do Does Did Can May Must Should Will Would
  January February March April June July August September October November December Monday Tuesday Wednesday Thursday Friday
  Saturday Sunday What Which Who How Why Where See Note Some All Any Each Both Other Most Many One Two Three There Here Then
  Also Open Press Click Choose Select Send Use Check Step PDF`.split(/\s+/),
);

type Name = { at: number; text: string };

/** Runs of capitalised words inside a sentence: "Robert Lee", "Salesforce". */
function findNames(text: string): Name[] {
  const names: Name[] = [];
  for (const match of text.matchAll(/(?<=[a-z,] )[A-Z][a-z]{2,}(?: [A-Z][a-z]{2,})*(?![A-Za-z-])/g)) {
    if (!match[0].split(" ").some((word) => NO_NAMES.has(word))) names.push({ at: match.index, text: match[0] });
  }
  return names;
}

export const plantNames: Planter = ({ text, support, elsewhere, random }) => {
  const planted: Planted[] = [];
  const name = pick(findNames(text), random);
  if (!name) return planted;
  const put = (rule: string, by: string) =>
    planted.push({ kind: "name", rule, text: replaceAt(text, name.at, name.text.length, by) });
  const strangers = elsewhere.flatMap(findNames).filter((other) => areStrange(other.text, support));
  const stranger = pick(strangers, random);
  if (stranger) put("of another document", stranger.text);
  const words = name.text.split(" ");
  const half = pick(
    strangers.filter((other) => !other.text.includes(" ")),
    random,
  );
  if (half && words.length > 1) put("one word of it", [...words.slice(0, -1), half.text].join(" "));
  const neighbours = findNames(support).filter(
    (other) => areApart(other.text, name.text) && !hasWord(text, other.text),
  );
  const neighbour = pick(neighbours, random);
  if (neighbour) put("another of the passage", neighbour.text);
  return planted;
};

const areStrange = (name: string, support: string) => name.split(" ").every((word) => !hasWord(support, word));
const areApart = (one: string, other: string) => one.split(" ").every((word) => !hasWord(other, word));
