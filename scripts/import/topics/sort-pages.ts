import type { Source, SourcePage } from "../source.ts";

/** As a sidebar that makes itself has them: by place, then by name; what opens a folder comes first. */
export function sortPages({ folders }: Source, pages: SourcePage[]): SourcePage[] {
  const keyOf = (page: SourcePage): [number, string][] => {
    const parts = page.path.split("/");
    return parts.map((part, index) => {
      const isPage = index === parts.length - 1;
      const order = isPage ? page.order : folders.get(parts.slice(0, index + 1).join("/"))?.order;
      return [order ?? (isPage && /^(?:index|readme)$/i.test(part) ? -1 : 1000), part];
    });
  };
  const keys = new Map(pages.map((page) => [page, keyOf(page)]));
  return pages.toSorted((a, b) => compare(keys.get(a) ?? [], keys.get(b) ?? []));
}

function compare(a: [number, string][], b: [number, string][]): number {
  for (const [index, [order, name]] of a.entries()) {
    const other = b[index];
    if (!other) return 1;
    if (order !== other[0]) return order - other[0];
    if (name !== other[1]) return name.localeCompare(other[1], "en", { numeric: true });
  }
  return a.length - b.length;
}
