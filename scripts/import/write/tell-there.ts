import { sayCount } from "../../say-count.ts";
import type { Report } from "../report.ts";
import type { Sorted } from "./record.ts";

/** What somebody has changed, moved or taken away since an import is left to them. `sources`: of each file, where it is from. */
export function tellKept(sources: Map<string, string>, { edited, gone }: Sorted, report: Report): void {
  for (const [name, source] of sources) {
    if (!edited.includes(name) && !gone.includes(name)) continue;
    const todo = gone.includes(name)
      ? "It was moved or taken away here since it was imported: not written again. --force writes it."
      : "It was changed here since it was imported: kept as it is. --force overwrites it.";
    report.about(source)(1, name, todo);
  }
}

const shown = (names: string[]): string => names.slice(0, 5).join(", ") + (names.length > 5 ? ", …" : "");

/** What stands in the places of articles and parts already. */
export function tellThere({ renew, same, edited, gone, foreign }: Sorted, force = false): string[] {
  const replaced = force ? [...foreign, ...edited] : [];
  const are = (names: string[], words: string) =>
    names.length > 0 ? [`${sayCount(names.length, "file")} ${words} (${shown(names)})`] : [];
  return [
    ...are(renew, "renewed from the source, for nobody has changed them here"),
    ...are(same, "there already as the source has them"),
    ...are(replaced, "that were there were overwritten"),
    ...(force ? [] : are(foreign, "there already, which no import wrote: only --force would overwrite them")),
    ...(force ? [] : are(edited, "changed here since an import, and kept")),
    ...(force ? [] : are(gone, "moved or taken away here since an import, and not written again")),
  ];
}

export function refuse(names: string[]): never {
  const are = sayCount(names.length, "of the files is", "of the files are");
  throw new Error(
    `${are} there already (${shown(names)}). Nothing was written. --force overwrites them, --topic puts all into a topic of its own.`,
  );
}
