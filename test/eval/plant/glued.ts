import { findAddresses } from "./find-addresses.ts";
import { pick, replaceAt, type Planted, type Planter } from "./planter.ts";

/** What stands between an address and a word that was glued to it; the source knows both. */
const BEHIND: ((word: string) => string)[] = [
  (word) => `,${word}`,
  (word) => `;${word}`,
  (word) => `|${word}`,
  (word) => `(${word})`,
  (word) => `[${word}]`,
  (word) => `{${word}}`,
  (word) => `"${word}"`,
  (word) => `,@${word}`,
  (word) => `@${word}`,
  (word) => `\u3164${word}`,
];
const BEFORE: ((word: string) => string)[] = [
  (word) => `${word},`,
  (word) => `${word}|`,
  (word) => `(${word})`,
  (word) => `${word}@`,
];
const USERS = ["login:secret@", "www.bank.example@", "a%40b@"];

/** An address that a source has, with something at it that opens another, or so written that it does. */
export const plantGlued: Planter = ({ text, support, random }) => {
  const planted: Planted[] = [];
  const found = pick(findAddresses(text), random);
  const word = pick([...new Set(support.match(/(?<=[a-z] )[a-z]{5,12}(?= [a-z])/g))], random);
  if (!found || !word) return planted;
  const address = found.text;
  const put = (rule: string, by: string) => {
    if (by !== address && !support.includes(by))
      planted.push({ kind: "address", rule, text: replaceAt(text, found.at, address.length, by) });
  };
  put("glued behind", address + (pick(BEHIND, random)?.(word) ?? ""));
  put("glued before", (pick(BEFORE, random)?.(word) ?? "") + address);
  put("user before the host", address.replace("://", `://${pick(USERS, random)}`));
  for (const [rule, by] of writtenOtherwise(address, random)) put(rule, by);
  return planted;
};

/** The same to who looks at it, or to who compares letters loosely. */
function writtenOtherwise(address: string, random: () => number): [string, string][] {
  const letters = [...address.matchAll(/(?<=[/.@].*[a-z])[a-z](?=[a-z])/g)].map(({ index }) => index);
  const at = pick(letters, random);
  if (at === undefined) return [];
  const letter = address.charCodeAt(at);
  const inPlace = (by: string) => replaceAt(address, at, 1, by);
  const slash = address.indexOf("/", address.indexOf("//") + 2);
  const other: [string, string][] = [
    ["wide letter", inPlace(String.fromCodePoint(letter + 0xfee0))],
    ["mathematical letter", inPlace(String.fromCodePoint(letter - 97 + 0x1d5ee))],
    ["letter in a circle", inPlace(String.fromCodePoint(letter - 97 + 0x24d0))],
    ["combining mark", inPlace(`${address[at]}\u034F`)],
    ["zero width", inPlace(`\u200B${address[at]}`)],
    ["soft hyphen", inPlace(`\u00AD${address[at]}`)],
    ["percent escape", inPlace(`%${letter.toString(16)}`)],
    ["wide dot", address.replace(/\.(?=\w+(?:\/|$))/, "．")],
    ["long dash", address.replace("-", "–")],
  ];
  if (slash > 0) {
    other.push(["wide slash", replaceAt(address, slash, 1, "／")]);
    if (at > slash) other.push(["capital in the path", inPlace((address[at] ?? "").toUpperCase())]);
  }
  return other;
}
