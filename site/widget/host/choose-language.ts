/**
 * The language of the hub for a page that says it is in "de-AT": the same, else a wider one ("de"), else one of the same
 * family ("de-CH"); the hub's first for what it does not speak.
 */
export function chooseLanguage<Language extends { tag: string }>(
  languages: readonly [Language, ...Language[]],
  wanted: string,
): Language {
  const parts = partsOf(wanted);
  for (let length = parts.length; length > 0; length--) {
    const wider = parts.slice(0, length).join("-");
    const found = languages.find(({ tag }) => tag.toLowerCase() === wider);
    if (found) return found;
  }
  return languages.find(({ tag }) => partsOf(tag)[0] === parts[0]) ?? languages[0];
}

/** Some products write "de_AT". */
const partsOf = (tag: string): string[] => tag.toLowerCase().split(/[-_]/);
