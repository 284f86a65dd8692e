import type { CaseDone } from "#server/features/desk/case-content.schema.ts";
import { sayUntil } from "./edit.ts";

const STATES: Record<string, string> = {
  new: "set it to new",
  open: "opened it again",
  waiting: "set it to waiting",
  solved: "solved it",
};

const text = (value: unknown): string => (typeof value === "string" ? value : "");
const list = (value: unknown): string[] => (Array.isArray(value) ? value.map(String) : []);

/** Each field that a change may have, in the words of who tells what a colleague did. */
const FIELDS: Record<string, (done: CaseDone) => string> = {
  mergedInto: ({ is }) => `merged it into ${text(is["mergedInto"])}`,
  takenIn: ({ is }) => `took ${text(is["takenIn"])} in`,
  takenOut: ({ is }) => `took ${text(is["takenOut"])} out again`,
  junk: ({ is }) => (is["junk"] ? "took it for junk" : "took it out of junk"),
  state: ({ is }) => STATES[text(is["state"])] ?? "",
  ownerId: ({ owner }) => (owner ? (owner.isWhoDid ? "took it" : `gave it to ${owner.name}`) : "gave it to nobody"),
  priority: ({ was, is }) => `made it ${text(is["priority"])}, it was ${text(was["priority"])}`,
  tags: ({ was, is }) => sayTags(list(was["tags"]), list(is["tags"])),
  snoozedUntil: ({ is }) =>
    is["snoozedUntil"] ? `snoozed it until ${sayUntil(text(is["snoozedUntil"]))}` : "put it back in the list",
  subject: ({ was }) => (was["subject"] ? `renamed it, it was “${text(was["subject"])}”` : "named it"),
};

function sayTags(was: string[], is: string[]): string {
  const added = is.filter((tag) => !was.includes(tag));
  const dropped = was.filter((tag) => !is.includes(tag));
  return [
    ...(added.length > 0 ? [`tagged it ${added.join(" and ")}`] : []),
    ...(dropped.length > 0 ? [`took the tag ${dropped.join(" and ")} away`] : []),
  ].join(", ");
}

/** "took it; made it urgent, it was normal". One that solved it with a reply has no fields. */
export function sayCaseDone(done: CaseDone): string {
  const parts = Object.entries(FIELDS).flatMap(([field, say]) => (field in done.is ? [say(done)] : []));
  return parts.filter(Boolean).join("; ") || (STATES[done.did] ?? "changed it");
}
