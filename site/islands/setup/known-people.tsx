import { countOf } from "./crm-options.ts";
import { setupMapWords as t } from "./map.words.ts";

/** What is said of a kind of record; of one that is not here nothing is. */
const WORDS: Partial<Record<string, typeof t.known.contact>> = { contact: t.known.contact, lead: t.known.lead };
/** As wide as a number gets: its room is kept from the beginning, so that nothing moves when the CRM answers. */
const WIDEST = 8_888_888;

/** How many people the choice above is about, as the customer's own CRM says. */
export function KnownPeople({ id, object, name }: { id: string; object: string; name: string }) {
  const words = WORDS[object];
  if (!words) return null;
  const count = countOf(id, object).value;
  return (
    <p class="small known-people" data-room={words.some(WIDEST, name)}>
      <span>{count === 0 ? words.none(name) : count !== null && words.some(count, name)}</span>
    </p>
  );
}
