import type { LogEntry } from "#server/features/desk/log.schema.ts";
import { sayUntil } from "./edit.ts";

/** What was done, in words. What has none here is said by its own name: `case.tag-added` is "Case: tag added". */
const ACTIONS: Record<string, string> = {
  "staff.invited": "Invited",
  "staff.invitation-revoked": "Invitation revoked",
  "staff.joined": "Joined the desk",
  "staff.signed-in": "Signed in",
  "staff.sign-in-failed": "Failed to sign in",
  "staff.role-changed": "Role changed",
  "staff.barred": "Barred",
  "staff.let-in": "Let in again",
  "staff.removed": "Account removed",
  "staff.reset-link-made": "Link to a new password made",
  "staff.password-reset": "Password set anew by a link",
  "staff.factors-reset": "Second factor reset",
  "staff.sessions-ended": "Sessions ended",
  "staff.password-changed": "Password changed",
  "staff.codes-turned-on": "Codes turned on",
  "staff.codes-turned-off": "Codes turned off",
  "staff.backup-codes-made": "New backup codes",
  "staff.passkey-added": "Passkey added",
  "staff.passkey-renamed": "Passkey renamed",
  "staff.passkey-removed": "Passkey removed",
  "staff.company-sign-in-linked": "Company account linked",
  "api-key.made": "API key made",
  "api-key.revoked": "API key revoked",
};

const spaced = (word: string): string => word.replaceAll(/[-_]/g, " ");
const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

export function sayAction(action: string): string {
  const [kind = "", ...verb] = action.split(".");
  return ACTIONS[action] ?? `${capital(spaced(kind))}: ${spaced(verb.join(" "))}`;
}

export const sayKind = (kind: string): string => KINDS[kind] ?? capital(spaced(kind));
const KINDS: Record<string, string> = { staff: "Staff and sign-in", "api-key": "API keys" };

/** What of the detail names the object. */
const NAMES = ["name", "email", "reference", "title"];
/** Of what has no name of its own: it says nothing to anybody. */
const ID = /^(?:gap|out)_[0-9a-f]{32}$/;
type People = { id: string; name: string }[];
const sayWay = (way: unknown): string => (way === "oidc" ? "by the company account" : `by ${sayValue(way)}`);

/** The rest of what was noted, as "role writer, again yes". */
export function sayDetail({ action, detail }: Pick<LogEntry, "action" | "detail">, people: People): string {
  if (!detail) return "";
  const count = detail["count"];
  if (action === "staff.sign-in-failed" && typeof count === "number")
    return count === 1 ? "once within the hour" : `${count} times within the hour`;
  if (action === "staff.signed-in") return sayWay(detail["way"]);
  const { was, is } = detail;
  if (isRecord(was) && isRecord(is)) return sayChange(was, is, people);
  return Object.entries(detail)
    .filter(([name, value]) => !NAMES.includes(name) && !(typeof value === "string" && ID.test(value)))
    .map(([name, value]) => `${spaced(name)} ${sayPart(value, people)}`)
    .join(", ");
}

type Fields = Record<string, unknown>;
const isRecord = (value: unknown): value is Fields => typeof value === "object" && value !== null;

/** Of a case, as the API calls them. */
const FIELDS: Record<string, string> = {
  ownerId: "owner",
  snoozedUntil: "snoozed until",
  mergedInto: "merged into",
  takenIn: "taken in",
  takenOut: "taken out",
};

/** "priority: normal, now urgent; owner: none, now Grace" */
const sayChange = (was: Fields, is: Fields, people: People): string =>
  Object.keys(is)
    .map((name) => `${FIELDS[name] ?? spaced(name)}: ${sayPart(was[name], people)}, now ${sayPart(is[name], people)}`)
    .join("; ");

function sayPart(value: unknown, people: People): string {
  if (Array.isArray(value)) return value.length > 0 ? value.map(String).join(" and ") : "none";
  if (value === null || value === undefined || value === "") return "none";
  return people.find(({ id }) => id === value)?.name ?? sayValue(value);
}

const MOMENT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d/;

function sayValue(value: unknown): string {
  if (typeof value === "string" && MOMENT.test(value)) return sayUntil(value);
  if (typeof value === "boolean") return value ? "yes" : "no";
  return typeof value === "string" || typeof value === "number" ? String(value) : JSON.stringify(value);
}

/** A colleague by name, a case by its reference, an article or a reply by its title; what has no word by its id. */
export function sayObject({ objectId, reference, detail }: LogEntry, people: People): string {
  const known = people.find(({ id }) => id === objectId)?.name;
  const named = NAMES.map((name) => detail?.[name]).find((name) => typeof name === "string");
  return known ?? reference ?? named ?? objectId ?? "";
}
