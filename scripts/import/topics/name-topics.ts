import { slugOf } from "#site/blocks/slug.ts";
import type { Section } from "./as-topics.ts";

export type NewGroup = { id: string; title: string };
/** A topic that the hub may not have yet. */
export type NewTopic = { id: string; title: string; summary?: string; groups?: NewGroup[] };

const NAME_MAX = 60;
const fit = (name: string): string => name.slice(0, NAME_MAX).replace(/-+$/, "");

/** The hub's own topic of that name or title, else a new one. */
export function nameTopic(title: string, others: NewTopic[], there: NewTopic[]): string {
  const slug = slugOf(title) || `topic-${others.length + 1}`;
  // the hub has its own pages under this name
  const name = fit(slug === "learn" ? "learning" : slug);
  const isFree = (id: string) => others.every((other) => other.id !== id);
  const same = there.find((each) => each.title.toLowerCase() === title.toLowerCase() && isFree(each.id));
  if (same && !there.some(({ id }) => id === name)) return same.id;
  return isFree(name) ? name : `${name}-${others.length + 1}`;
}

/** Each section's group, by its place among the sections: the topic's own one of that title, else a new one. */
export function nameGroups(sections: Section[], there: NewGroup[]): (NewGroup | undefined)[] {
  const taken = new Set<string>();
  return sections.map(({ shelf }, index) => {
    if (!shelf) return undefined;
    const { title } = shelf;
    const same = there.find((each) => each.title.toLowerCase() === title.toLowerCase());
    const name = same?.id ?? (fit(slugOf(title)) || `group-${index + 1}`);
    const id = taken.has(name) ? `${name}-${index + 1}` : name;
    taken.add(id);
    return { id, title };
  });
}
