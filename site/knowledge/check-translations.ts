import { globSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import type { Mistake } from "#content/mistakes.ts";
import { checkTranslation } from "#content/translations.ts";
import { contentDir } from "#site/content-dir.ts";
import { hub } from "#site/settings.ts";

const SHOWN = 20;

/** What is wrong with the translations of the interface. What is missing in them is said, and stands in English. */
export async function checkTranslations(warn: (text: string) => void): Promise<Mistake[]> {
  await importWords();
  return hub.languages.flatMap((language) => {
    const { mistakes, missing } = checkTranslation(contentDir, language);
    const [count, shown] = [missing.length, missing.slice(0, SHOWN).join(", ")];
    if (count > 0)
      warn(`${language}: ${count} texts are missing and stand in English: ${shown}${count > SHOWN ? " …" : ""}\n`);
    return mistakes;
  });
}

/** English is known once it has been imported. */
async function importWords(): Promise<void> {
  for (const file of globSync(["{content,server,site}/**/*.words.ts", "site/strings.ts"]))
    await import(/* @vite-ignore */ pathToFileURL(path.resolve(file)).href);
}
