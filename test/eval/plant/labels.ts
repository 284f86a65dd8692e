import { hasWord, pick, replaceAt, type Planted, type Planter } from "./planter.ts";

const OTHER_LABELS = [
  "Advanced options",
  "Reset everything",
  "Export to file",
  "Danger zone",
  "Billing overview",
  "Delete account",
  "Sync now",
  "Developer mode",
];
const OTHER_WORDS = ["Archive", "Wizard", "Legacy", "Premium", "Sandbox", "Rollback", "Digest", "Console"];

/** What stands in quotes, of whichever kind. */
function findQuoted(text: string): { at: number; text: string }[] {
  const quotes = [/“([^“”]{2,60})”/g, /(?<![\w"])"(?! )([^"]{2,60})(?<! )"(?!\w)/g, /`` ([^`']{2,60}) ''/g];
  return quotes.flatMap((quote) =>
    [...text.matchAll(quote)].map((match) => ({
      at: match.index + match[0].indexOf(match[1] ?? ""),
      text: match[1] ?? "",
    })),
  );
}

/** What follows "press", "the … tab" and the like in capitals, unquoted. */
function findBare(text: string): { at: number; text: string }[] {
  const after =
    /(?<=\b(?:press|click|choose|select|open|tap|enter|press the|click the|open the|in the|select the) )[A-Z][A-Za-z]+(?: [A-Z][a-z]+)*(?= |\.|,)/gi;
  const before =
    /\b[A-Z][A-Za-z]+(?: [A-Z][A-Za-z]+)*(?= (?:tab|button|page|menu|field|setting|column|window|dialog|section|tile)\b)/g;
  return [...text.matchAll(after), ...text.matchAll(before)]
    .filter(([label]) => /^[A-Z]/.test(label) && !/^(?:The|This|That|Your|A|An|Each|Every) ?/.test(label))
    .map((match) => ({ at: match.index, text: match[0] }));
}

export const plantLabels: Planter = ({ text, support, random }) => {
  const planted: Planted[] = [];
  const strange = <T extends string>(labels: readonly T[]) =>
    pick(
      labels.filter((label) => !hasWord(support, label) && label.split(" ").every((word) => !hasWord(support, word))),
      random,
    );
  const add = (rule: string, found: { at: number; text: string } | undefined, by: string | undefined) => {
    if (found && by) planted.push({ kind: "label", rule, text: replaceAt(text, found.at, found.text.length, by) });
  };
  const quoted = pick(findQuoted(text), random);
  add("quoted", quoted, strange(OTHER_LABELS));
  const word = strange(OTHER_WORDS);
  if (quoted && word) {
    const words = quoted.text.trim().split(" ");
    words[words.length - 1] = word;
    add("a word of the quoted", quoted, words.join(" "));
  }
  const bare = pick(findBare(text), random);
  add("bare", bare, strange(OTHER_WORDS));
  return planted;
};
