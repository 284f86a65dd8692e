import type { Asking } from "./asking.ts";
import { withEnd, withWords } from "./patterns.ts";

const PERSON = "mensch(?:en)?|person|mitarbeiter(?:in)?|berater(?:in)?|ansprechpartner(?:in)?|support|kundendienst";
const WHO = "(?:ki|ai|bot|chatbot|roboter|mensch(?:en)?|person|maschine)";

export const germanRemarks: Asking["remarks"] = [
  [
    "greeting",
    withEnd(
      "(?:hallo|hallöchen|moin|servus|grüezi|grüß gott|guten (?:tag|morgen|abend))(?: zusammen| alle| miteinander)?",
    ),
  ],
  [
    "thanks",
    withEnd(
      "(?:ok(?:ay)?,? |super,? |prima,? |alles klar,? )?(?:vielen dank|besten dank|danke ?schön|danke)(?: dir| ihnen| euch| sehr| vielmals| nochmals?)?",
    ),
  ],
  [
    "person",
    withWords(
      String.raw`(?![^.!?]*(?:telefon|handy))(?:ich|wir|bitte|gern|gerne) (?:[^.!?]* )?mit (?:jemand(?:em)?|(?:eine[mr] |de[mr] |eurem |ihrem )?(?:echten |richtigen |lebenden )?(?:${PERSON}))(?! (?:der|die|das))[^.!?]*? (?:sprechen|reden|schreiben|chatten|verbinden)`,
    ),
  ],
  ["person", withWords(`verbinden? (?:sie )?mich (?:bitte )?mit (?:jemandem|eine[mr]|de[mr]) ?(?:${PERSON})?`)],
  ["person", withEnd(`(?:eine? |einen |echter |echte[nm]? )*(?:${PERSON})(?: bitte)?`)],
  [
    "person",
    withEnd(
      `mit (?:jemandem|(?:eine[mr] |de[mr] )?(?:echten |richtigen )?(?:${PERSON})) (?:sprechen|reden|schreiben|chatten)`,
    ),
  ],
  ["self", withEnd("(?:wer|was) (?:bist du|sind sie)|was (?:kannst du|können sie|weißt du|wissen sie)(?: alles)?")],
  [
    "self",
    withEnd(
      `(?:bist du|sind sie|ist das(?: hier)?|(?:spreche|rede|schreibe) ich(?: hier)? mit) (?:eine[mr]? |ein )?(?:echte[rmn]? )?${WHO}(?: oder (?:eine[mr]? |ein )?(?:echte[rmn]? )?${WHO})?`,
    ),
  ],
  ["vague", withEnd("(?:bitte )?(?:um )?hilfe(?: bitte)?|(?:ich )?(?:brauche|benötige) (?:bitte )?hilfe")],
  ["vague", withEnd("(?:(?:ich habe|wir haben|es gibt) )?(?:ein problem|eine frage|einen fehler|probleme|fragen)")],
  [
    "vague",
    withEnd(
      "(?:(?:es|das|irgendwas|etwas) )?(?:geht|funktioniert|klappt)(?: es)?(?: immer noch| einfach| leider)* nicht(?: mehr)?|nichts (?:geht|funktioniert|klappt)(?: mehr)?|(?:ich komme|wir kommen) nicht weiter",
    ),
  ],
];
