import { checkTranslation } from "#content/translations.ts";
import { textFolders } from "#site/content-dir.ts";
import { importWords } from "#site/knowledge/import-words.ts";
import type { Rule } from "../rule.ts";

export const wrongTranslation: Rule = {
  name: "wrong-translation",
  level: "error",
  todo: "Mend the text, or take the line out: then it stands in English. Until then the build stops at it.",
  async find({ hub, contentDir }) {
    await importWords();
    return hub.languages.flatMap(
      (language) => checkTranslation({ ...textFolders, own: contentDir }, language).mistakes,
    );
  },
};
