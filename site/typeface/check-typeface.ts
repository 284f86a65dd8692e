/** Whether the operator's own typeface does what the hub asks of one. What it lacks would be seen on every page. */
import type { Fault } from "#content/check-own.ts";
import { placeInHub } from "#content/hub.ts";
import type { Mistake } from "#content/mistakes.ts";
import type { Hub } from "#content/schema.ts";
import { loadSpeech, type TextFolders } from "#content/translations.ts";
import { ownTypefaceOf, readTypefaceFile } from "#content/typeface-file.ts";

/** What every hub writes: names, numbers and addresses, whatever its languages are. */
const EVERYWHERE = Array.from("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789.,:;!?-()/@&%+#");

/** What is wrong with it, in the lines of hub.yaml that name its files. A hub without one is sound. */
export async function checkTypeface(hub: Hub, folders: TextFolders): Promise<Mistake[]> {
  const own = ownTypefaceOf(hub.brand);
  if (!own) return [];
  // a hub with the standard typeface needs nobody who opens files
  const { findFaults } = await import("./find-faults.ts");
  const signs = signsOf(hub.languages, folders);
  const faults: Fault[] = [];
  for (const weight of ["regular", "bold"] as const) {
    const name = own[weight];
    const read = name !== undefined && readTypefaceFile(folders.own, name);
    if (!read || "fault" in read) continue; // that was said when hub.yaml was read
    const found = await findFaults(read.bytes, { isAlone: own.bold === undefined, signs });
    faults.push(...found.map((fault) => ({ path: ["brand", "typeface", weight], message: `${name} ${fault}` })));
  }
  return placeInHub(folders.own, faults);
}

/**
 * Latin letters of each language are those that the interface writes in it. Another script may be lacking as a whole, as it
 * is in the standard typeface: the reader's system has it.
 */
function signsOf(languages: string[], folders: TextFolders): string[] {
  const texts = languages.flatMap((language) =>
    [...loadSpeech(folders, language).says.values()].flatMap((said) =>
      typeof said === "string" ? [said] : Object.values(said),
    ),
  );
  const letters =
    texts
      .join("")
      .normalize("NFC")
      .match(/\p{Script=Latin}/gu) ?? [];
  return [...new Set([...EVERYWHERE, ...letters])];
}
