import { PRIORITIES } from "#server/features/desk/cases.values.ts";
import { CASE_STATES } from "#server/features/escalation/escalation.values.ts";
import { type CaseFilters, oneOf } from "./case-filters.ts";

const OWNERS = ["me", "nobody"] as const;
type Narrowed = Partial<CaseFilters>;

/** What may be typed into the search over cases to narrow it, as people write it elsewhere too. */
const SIGNS: Record<string, (word: string) => Narrowed | null> = {
  is: (word) => {
    if (word === "snoozed") return { snoozed: "yes" };
    if (word === "junk") return { junk: "yes" };
    return one("state", oneOf(CASE_STATES, word));
  },
  tag: (word) => ({ tag: word.replace(/^#/, "") }),
  owner: (word) => one("owner", oneOf(OWNERS, word)),
  priority: (word) => one("priority", oneOf(PRIORITIES, word)),
};
SIGNS["state"] = SIGNS["status"] = (word) => one("state", oneOf(CASE_STATES, word));
SIGNS["assignee"] = (word) => SIGNS["owner"]?.(word) ?? null;

const one = <Name extends keyof CaseFilters>(name: Name, word: CaseFilters[Name]): Narrowed | null =>
  word === null ? null : { [name]: word };

/** `is:open tag:vip no mails` are two filters and the words `no mails`. What is no filter is a word as any other. */
export function readSearch(typed: string): Narrowed & { q: string } {
  const words: string[] = [];
  const filters: Narrowed = {};
  for (const each of typed.split(/\s+/)) {
    const [, sign = "", word = ""] = /^(\w+):(\S+)$/u.exec(each) ?? [];
    const read = Object.hasOwn(SIGNS, sign.toLowerCase()) ? SIGNS[sign.toLowerCase()]?.(word.toLowerCase()) : null;
    if (read) Object.assign(filters, read);
    else words.push(each);
  }
  return { ...filters, q: words.join(" ").trim() };
}
