const ENDING = /(?:ungen|ung|est|ern|en|em|er|es|et|te|ten|e|n|s|t)$/;
/** What stands before a verb, or apart from it. */
export const PARTICLES =
  "an ab auf aus ein vor zu nach mit um weg zusammen weiter fort los her hin nieder frei fest zuruck".split(" ");
const PARTICIPLE = new RegExp(`^(${PARTICLES.join("|")})?(?:ge|zu)(?=.{3,})`);

/** How strong verbs begin, each as it is in the infinitive and then in its other forms. */
const STRONG = `biet bot|bind bund band|bleib blieb|brech brich broch brach|bring bracht|find fund fand|geb gib gab|
  geh ging|gewinn gewonn gewann|halt hielt|heb hob|helf hilf holf half|kenn kannt|komm kam|lass liess|lauf lief|les lies|
  nehm nimm nomm nahm|nenn nannt|ruf rief|schein schien|schieb schob|schlag schlug|schliess schloss|schreib schrieb|
  schwind schwund schwand|seh sieh sah|sprech sprich sproch|steh stand|steig stieg|trag trug|treff triff troff traf|
  tret tritt trat|verlier verlor|weis wies|werb wirb worb warb|werf wirf worf warf|zieh zog`;
const FIRST_OF = new Map(
  STRONG.split("|").flatMap((group) => {
    const [first = "", ...others] = group.trim().split(/\s+/);
    return others.map((other) => [other, first] as const);
  }),
);
const CHANGED = new RegExp(`(?:${[...FIRST_OF.keys()].join("|")})$`);

/**
 * Equal for most forms of a German word: "anlegen", "angelegt", "anzulegen"; "angenommen", "annehmen"; "Übertragung",
 * "übertragen". Umlauts are gone already.
 */
export function keyOf(lower: string): string {
  const plain = lower.replaceAll("ß", "ss");
  const short = cut(cut(plain));
  const bare = short.length > 5 ? short.replace(PARTICIPLE, "$1") : short;
  return bare.replace(CHANGED, (form) => FIRST_OF.get(form) ?? form);
}

function cut(word: string): string {
  const rest = word.replace(ENDING, "");
  return rest.length >= 4 ? rest : word;
}
