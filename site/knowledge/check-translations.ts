import type { Mistake } from "#content/mistakes.ts";
import { checkTranslation } from "#content/translations.ts";
import { textFolders } from "#site/content-dir.ts";
import { hub } from "#site/settings.ts";
import { importWords } from "./import-words.ts";

const SHOWN = 20;

/** What is wrong with the translations of the interface. What is missing in them is said, and stands in English. */
export async function checkTranslations(warn: (text: string) => void): Promise<Mistake[]> {
  await importWords();
  return hub.languages.flatMap((language) => {
    const { mistakes, missing } = checkTranslation(textFolders, language);
    const [count, shown] = [missing.length, missing.slice(0, SHOWN).join(", ")];
    if (count > 0)
      warn(
        `${language}: ${count === 1 ? "1 text is missing and stands" : `${count} texts are missing and stand`} in English: ${shown}${count > SHOWN ? " …" : ""}\n` +
          `npm run content:words -- ${language} writes them down, to be translated.\n`,
      );
    return mistakes;
  });
}
