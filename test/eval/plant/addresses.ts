import { findAddresses, type Found } from "./find-addresses.ts";
import { hasWord, pick, replaceAt, type Planted, type Planter } from "./planter.ts";

const HOSTS = [
  "example-help.net",
  "login-portal.io",
  "support.acme-cloud.com",
  "get-help.dev",
  "docs.vendor.co.uk",
  "bücher.example",
];
const PATHS = ["/reset", "/v2/login", "/index.php?id=7", "/downloads/setup.exe", "/#start", ""];

const ADDED: [string, (host: string, path: string) => string][] = [
  ["added link", (host, path) => `See https://${host}${path} for more.`],
  ["added bare domain", (host, path) => `Go to ${host}${path} first.`],
  ["added www", (host) => `More is on www.${host}.`],
  ["added e-mail", (host) => `Write to help@${host}.`],
  ["added Markdown link", (host, path) => `[Read more](https://${host}${path}) about it at ${host}.`],
  ["added port", (host) => `It listens on ${host}:8443.`],
  ["added spelled out", (host) => `Write to help at ${host.replaceAll(".", " dot ")}.`],
  ["added hxxp", (host, path) => `See hxxps://${host.replaceAll(".", "[.]")}${path}.`],
  ["added address of numbers", () => "Open 203.0.113.77 in your browser."],
  ["added path", () => "The file is /opt/vendor/secret.conf."],
];

const findPaths = (text: string): Found[] =>
  [...text.matchAll(/(?<=^| )(?:[A-Z]:\\[\w\\.-]+|\/(?:[\w.-]+\/)+[\w.-]*\w)/g)].map((match) => ({
    at: match.index,
    text: match[0],
  }));

export const plantAddresses: Planter = ({ text, support, random }) => {
  const planted: Planted[] = [];
  const add = (rule: string, changed: string) => planted.push({ kind: "address", rule, text: changed });
  const host = pick(
    HOSTS.filter((each) => !hasWord(support, each)),
    random,
  );
  const added = pick(ADDED, random);
  if (host && added) add(added[0], `${text.replace(/\s*[.!?]\s*$/, "")}. ${added[1](host, pick(PATHS, random) ?? "")}`);
  if (host) add("inside", text.replace(/\s*[.!?]?\s*$/, ` at https://${host}${pick(PATHS, random) ?? ""}.`));
  const found = pick(findAddresses(text), random);
  if (found) for (const [rule, by] of changesOf(found.text, random)) put(rule, found, by);
  const path = pick(findPaths(text), random);
  if (path) put("changed path of a file", path, flipLetter(path.text, path.text.length - 2));
  function put(rule: string, { at, text: old }: Found, by: string) {
    if (!support.toLowerCase().includes(by.toLowerCase())) add(rule, replaceAt(text, at, old.length, by));
  }
  return planted;
};

function changesOf(address: string, random: () => number): [string, string][] {
  const host = address.replace(/^\w+:\/\//, "").split(/[/?#]/)[0] ?? "";
  const inHost = address.indexOf(host) + host.length;
  const changes: [string, string][] = [
    ["changed host", flipLetter(address, address.indexOf(host) + Math.floor(random() * Math.max(1, host.length - 4)))],
    ["changed ending", address.replace(host, host.replace(/\.[a-z]+$/i, ".zip"))],
    [
      "look-alike letter",
      address.replace(
        host,
        host.replace(/[aeopcx]/, (letter) => LOOK_ALIKE[letter] ?? letter),
      ),
    ],
    ["longer path", `${address.replace(/\/$/, "")}/confirm`],
    ["added subdomain", address.replace(host, `${host}.evil.example`)],
    ["added port", address.includes("@") ? `x${address}` : address.replace(host, `${host}:8080`)],
  ];
  if (address.length > inHost + 3) changes.push(["changed path", flipLetter(address, address.length - 2)]);
  return changes;
}

/** Cyrillic letters that look like Latin ones. */
const LOOK_ALIKE: Record<string, string> = { a: "а", e: "е", o: "о", p: "р", c: "с", x: "х" };

/** The letter or digit at or after `from`, another one. */
function flipLetter(text: string, from: number): string {
  for (let at = from; at < text.length; at++) {
    const sign = text[at] ?? "";
    if (/[a-z0-9]/i.test(sign)) return replaceAt(text, at, 1, /[q9]/i.test(sign) ? "k" : /\d/.test(sign) ? "9" : "q");
  }
  return `${text}q`;
}
