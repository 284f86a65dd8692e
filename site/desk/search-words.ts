import type { StaffList } from "#server/features/desk/case-content.schema.ts";
import { LISTED_STATES, PRIORITIES } from "#server/features/desk/cases.values.ts";
import { type CaseFilters, oneOf } from "./case-filters.ts";
import { isDay } from "./days.ts";

type Narrowed = Partial<CaseFilters>;
type Colleagues = StaffList["staff"];
type Read = (word: string, colleagues: Colleagues) => Narrowed | null;

/** What may be typed into the search over cases to narrow it, as people write it elsewhere too. */
const SIGNS: Record<string, Read> = {
  is: (word) => {
    if (word === "snoozed") return { snoozed: "yes" };
    if (word === "junk") return { junk: "yes" };
    return one("state", oneOf(LISTED_STATES, word));
  },
  tag: (word) => ({ tag: word.replace(/^#/, "") }),
  owner: (word, colleagues) => one("owner", oneOf(["me", "nobody"], word) ?? idOf(word, colleagues)),
  priority: (word) => one("priority", oneOf(PRIORITIES, word)),
  from: (word) => ({ email: word }),
  before: (word) => one("before", isDay(word) ? word : null),
  after: (word) => one("after", isDay(word) ? word : null),
};
SIGNS["state"] = SIGNS["status"] = (word) => one("state", oneOf(LISTED_STATES, word));
SIGNS["assignee"] = (...said) => SIGNS["owner"]?.(...said) ?? null;

const STATES = "unsolved, new, open, waiting or solved";
const OWNERS = "me, nobody or a colleague’s name that no other has";
const DAY = "a day such as 2026-11-30";
const TAKES: Record<string, string> = {
  is: "unsolved, new, open, waiting, solved, snoozed or junk",
  state: STATES,
  status: STATES,
  owner: OWNERS,
  assignee: OWNERS,
  priority: "urgent, high, normal or low",
  before: DAY,
  after: DAY,
};

/** What is said where nothing is typed yet. */
export const SIGNS_SAID = [
  { signs: ["is:unsolved", "is:waiting", "is:snoozed"], means: "where it stands" },
  { signs: ["owner:me", "owner:nobody", "owner:name"], means: "whose it is" },
  { signs: ["from:dana@example.com"], means: "who wrote" },
  { signs: ["tag:vip", "priority:urgent"], means: "how it is filed" },
  { signs: ["after:2026-11-01", "before:2026-12-01"], means: "when it came" },
];

const one = <Name extends keyof CaseFilters>(name: Name, word: CaseFilters[Name]): Narrowed | null =>
  word === null ? null : { [name]: word };

/** Of the one colleague with this name, or with a name that has this word; null where it could be another. */
function idOf(word: string, colleagues: Colleagues): string | null {
  const named = (has: (name: string) => boolean) => colleagues.filter(({ name }) => has(name.toLowerCase()));
  const exact = named((name) => name === word);
  const [found, ...others] = exact.length > 0 ? exact : named((name) => name.split(/[\s-]+/).includes(word));
  return found && others.length === 0 ? found.id : null;
}

/** What a word that looks like a filter lacks to be one. */
export function sayUnread(q: string): string | null {
  const [, sign = ""] = /(?:^|\s)(\w+):/u.exec(q) ?? [];
  const takes = Object.hasOwn(TAKES, sign.toLowerCase()) ? TAKES[sign.toLowerCase()] : null;
  return takes ? `As a filter, ${sign.toLowerCase()}: takes ${takes}.` : null;
}

const WORDS = /\w+:"[^"]+"|\S+/gu;
const SIGN = /^(\w+):(?:"([^"]+)"|(\S+))$/u;

/** Whether something in it can only be read by who knows the colleagues. */
export const namesColleague = (typed: string): boolean =>
  [...typed.matchAll(WORDS)].some(([word]) => /^(?:owner|assignee):(?!(?:me|nobody)$)/i.test(word));

/**
 * `is:open tag:vip no mails` are two filters and the words `no mails`, and `owner:"Mara Lind"` is one. What is no filter is a
 * word as any other. A search is about any state, unless it names one; nothing typed is no search.
 */
export function readSearch(typed: string, colleagues: Colleagues = []): Narrowed & { q: string } {
  const words: string[] = [];
  const filters: Narrowed = {};
  for (const [each] of typed.matchAll(WORDS)) {
    const [, sign = "", quoted, word = ""] = SIGN.exec(each) ?? [];
    const read = Object.hasOwn(SIGNS, sign.toLowerCase())
      ? SIGNS[sign.toLowerCase()]?.((quoted ?? word).toLowerCase(), colleagues)
      : null;
    if (read) Object.assign(filters, read);
    else words.push(each);
  }
  const q = words.join(" ");
  return { ...(typed.trim() && { state: null }), ...filters, q };
}
