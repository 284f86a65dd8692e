import { useSignal } from "@preact/signals";
import type { CaseList } from "#server/features/desk/desk.schema.ts";

type Page = Pick<CaseList, "cases" | "next">;

/** The first page as it is refreshed, and the older ones that somebody asked for behind it. */
export function useMore(first: CaseList | null, read: (cursor: string) => Promise<CaseList>) {
  const older = useSignal<{ of: string | null; page: Page } | null>(null);
  // Older pages belong to the list that they were asked for: another filter, or a new case, starts again.
  const of = first?.next ?? null;
  const page = older.value?.of === of ? older.value.page : null;
  const more: Page = {
    cases: [...(first?.cases ?? []), ...(page?.cases ?? [])],
    next: page ? page.next : of,
  };
  async function loadMore(): Promise<void> {
    if (!more.next) return;
    const next = await read(more.next);
    older.value = { of, page: { cases: [...(page?.cases ?? []), ...next.cases], next: next.next } };
  }
  return { more, loadMore };
}
