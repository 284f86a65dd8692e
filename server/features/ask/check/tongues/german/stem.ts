const ENDING = /(?:ungen|ung|est|ern|en|em|er|es|et|te|ten|e|n|s|t)$/;
const PARTICIPLE =
  /^(an|ab|auf|aus|ein|vor|zu|nach|mit|um|weg|zusammen|weiter|fort|los|her|hin|nieder|frei|fest|zuruck)?(?:ge|zu)(?=.{3,})/;

/** Equal for most forms of a German word: "anlegen", "angelegt", "anzulegen"; "Übertragung", "übertragen". Umlauts are gone already. */
export function keyOf(lower: string): string {
  const plain = lower.replaceAll("ß", "ss");
  const short = cut(cut(plain));
  return short.length > 5 ? short.replace(PARTICIPLE, "$1") : short;
}

function cut(word: string): string {
  const rest = word.replace(ENDING, "");
  return rest.length >= 4 ? rest : word;
}
