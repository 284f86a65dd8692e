import { useSignal } from "@preact/signals";

/** A page of a list; `next` leads to what is older. */
export type Page<Item> = { items: Item[]; next: string | null };

/** The first page as it is refreshed, and the older ones that somebody asked for behind it. */
export function useMore<Item>(first: Page<Item> | null, read: (cursor: string) => Promise<Page<Item>>) {
  const older = useSignal<{ of: string | null; page: Page<Item> } | null>(null);
  // Older pages belong to the list that they were asked for: another filter, or something new, starts again.
  const of = first?.next ?? null;
  const page = older.value?.of === of ? older.value.page : null;
  const more: Page<Item> = {
    items: [...(first?.items ?? []), ...(page?.items ?? [])],
    next: page ? page.next : of,
  };
  async function loadMore(): Promise<void> {
    if (!more.next) return;
    const next = await read(more.next);
    older.value = { of, page: { items: [...(page?.items ?? []), ...next.items], next: next.next } };
  }
  return { more, loadMore };
}
