/** A case in plain words: what people wrote stays text, whatever reads it. */
import { placeOf } from "../../core/local-time.ts";
import { localTime } from "../../core/zone-time.ts";
import { oneLine } from "../../core/one-line.ts";
import { saySize } from "../../core/sizes.values.ts";
import type { CaseCreated, CaseMessage, SentFile } from "../case-events.ts";
import type { Told } from "./channel.ts";

/** "Sam <sam@example.com>" */
export const sayWho = ({ name, email }: Pick<CaseCreated, "name" | "email">): string =>
  name ? `${oneLine(name, 120)} <${email}>` : email;

/** "sam@example.com", or "bo@example.com, on the request of sam@example.com" */
export const sayAuthor = ({ author, email }: Pick<CaseMessage, "author" | "email">): string =>
  author === email ? email : `${author}, on the request of ${email},`;

/** Subject of whatever is sent about a case: its reference, and the first of what was written. */
export const saySubject = (reference: string, words: string): string => `[${reference}] ${oneLine(words, 80)}`;

export const joinLines = (...lines: (string | null)[]): string =>
  `${lines.filter((line) => line !== null).join("\n")}\n`;

/** What the customer wrote, from where, what they did, and their files. */
export const describeCase = (
  { message, url, trail, files }: CaseCreated,
  { support, publicUrl }: Told,
): (string | null)[] => [
  message,
  "",
  url ? `Sent from ${publicUrl}${url}` : null,
  ...describeTrail(trail, support.timeZone),
  ...describeFiles(files),
];

/** What the customer sent along, a line an item, with what is known of it below. */
function describeTrail(trail: CaseCreated["trail"], timeZone: string): string[] {
  if (trail.length === 0) return ["", "Nothing else was sent along."];
  const lines = trail.flatMap(({ at, kind, title, ref, detail }) => [
    `- ${localTime(new Date(at), timeZone)} ${kind}: ${oneLine(title, 300)} (${oneLine(ref, 300)})`,
    ...(detail ? detail.split(/\r\n|\r|\n/).map((line) => `    ${line}`) : []),
  ]);
  return ["", `What they did (times in ${placeOf(timeZone)}):`, ...lines];
}

/** By name alone: nothing that leaves the hub carries a file that a visitor chose. */
export function describeFiles(files: SentFile[]): string[] {
  if (files.length === 0) return [];
  return ["", "Files, at the desk:", ...files.map(({ name, size }) => `- ${oneLine(name, 120)}, ${saySize(size)}`)];
}

export const sayFiles = (count: number): string => `With ${count} ${count === 1 ? "file" : "files"}`;
