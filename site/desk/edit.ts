import type { CaseFields, NamedChange } from "#server/features/desk/cases.schema.ts";
import type { CaseSummary } from "#server/features/desk/desk.schema.ts";
import { sayWhen } from "#site/islands/when.ts";

/** What somebody wants of a case, whatever it is now: so it can be wanted again when somebody else was quicker. */
export type Edit = Omit<CaseFields, "tags"> & {
  /** Their name, to say whom it was given to. */
  ownerName?: string;
  addTags?: string[];
  dropTags?: string[];
};

export function toChange(entry: CaseSummary, { ownerName: _name, addTags, dropTags, ...fields }: Edit): NamedChange {
  const change: NamedChange = { ...fields, id: entry.id, version: entry.version };
  if (!addTags && !dropTags) return change;
  const kept = entry.tags.filter((tag) => !dropTags?.includes(tag));
  return { ...change, tags: [...new Set([...kept, ...(addTags ?? [])])] };
}

const STATES = { new: "Set to new", open: "Opened", waiting: "Set to waiting", solved: "Solved" };

/** What was done, in a word or two. */
export function sayDone(edit: Edit): string {
  if (edit.mergedInto) return `Merged into ${edit.mergedInto}`;
  if (edit.junk !== undefined) return edit.junk ? "Taken for junk" : "Out of junk";
  if (edit.state) return STATES[edit.state];
  if (edit.ownerId !== undefined) return edit.ownerId === null ? "Given to nobody" : `Given to ${edit.ownerName}`;
  if (edit.snoozedUntil !== undefined)
    return edit.snoozedUntil === null ? "Back in the list" : `Snoozed until ${sayUntil(edit.snoozedUntil)}`;
  if (edit.priority) return `Priority ${edit.priority}`;
  if (edit.subject !== undefined) return "Renamed";
  return (edit.addTags ?? []).length > 0 ? `Tagged ${edit.addTags?.join(", ")}` : "Tag taken away";
}

const day = new Intl.DateTimeFormat("en-GB", { weekday: "short", day: "numeric", month: "short" });
const time = new Intl.DateTimeFormat("en-GB", { hour: "2-digit", minute: "2-digit" });
/** `Mon, 30 Nov, 08:00` */
export const sayUntil = (iso: string): string => `${day.format(new Date(iso))}, ${time.format(new Date(iso))}`;

export const isSnoozed = ({ snoozedUntil }: CaseSummary): boolean =>
  snoozedUntil !== null && new Date(snoozedUntil) > new Date();

/** When its snooze ended, where nothing has happened since. */
export const backSince = ({ snoozedUntil, updatedAt }: CaseSummary, now = new Date()): string | null =>
  snoozedUntil !== null && snoozedUntil > updatedAt && new Date(snoozedUntil) <= now ? snoozedUntil : null;

/** What is not as it was: `open is now solved, nobody's is now Mara's`. */
export function sayDifference(was: CaseSummary, is: CaseSummary): string {
  const parts: [string, string][] = [
    [sayState(was), sayState(is)],
    [sayJunk(was), sayJunk(is)],
    [sayOwner(was), sayOwner(is)],
    [`priority ${was.priority}`, `priority ${is.priority}`],
    [sayTags(was), sayTags(is)],
    [saySight(was), saySight(is)],
    [`“${was.subject}”`, `“${is.subject}”`],
  ];
  return parts.flatMap(([before, now]) => (before === now ? [] : [`${before} is now ${now}`])).join(", ");
}

/** A merged case is solved by it. */
export const sayState = ({ state, mergedInto }: CaseSummary): string =>
  mergedInto ? `merged into ${mergedInto.reference}` : state;

const sayJunk = ({ junkAt }: CaseSummary) => (junkAt ? "junk" : "no junk");
const sayOwner = ({ owner }: CaseSummary) => (owner ? `${owner.name}’s` : "nobody’s");
const sayTags = ({ tags }: CaseSummary) => (tags.length > 0 ? `tagged ${tags.join(", ")}` : "without tags");
const saySight = (entry: CaseSummary) =>
  isSnoozed(entry) ? `snoozed until ${sayWhen(entry.snoozedUntil ?? "")}` : "in sight";
