import type { Asking } from "./asking.ts";
import { germanRemarks } from "./german.remarks.ts";
import { wholeWords, withWords } from "./patterns.ts";
import { wordSet } from "../word-set.ts";

const NUMBER_WORDS =
  "zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|zwölf|dutzend|hundert|tausend|million(?:en)?|hälfte|prozent|einmal|zweimal";

const NOW = "(?:gerade|heute|jetzt|momentan|im moment|zurzeit|zur zeit|derzeit|aktuell)";
const DOWN = "(?:down|offline|ausgefallen|gestört|lahmgelegt|weg)";
/** "meine HubSpot-Verbindung" */
const OWN = String.raw`(?:mein|unser)(?:e[mrn]?)? (?:\S+[ -]){0,3}(?:verbindung|anbindung|integration|crm|einrichtung)(?!\p{L})`;

export const german: Asking = {
  remarks: germanRemarks,
  abuse: wordSet(
    `nutzlos nutzloser sinnlos dumm dummer blod bloder bloed bescheuert idiot idioten idiotisch mist scheiße scheisse scheiß
    scheiss kacke mull muell schrott schwachsinn bullshit verdammt verdammte verdammter arsch arschloch`,
  ),
  aroundAbuse: wordSet(
    `alles antwort antworten bist bot das der die dich doch du echt ein eine einfach fur hier hilfe ihr ist ja ki mich nur
    seid sie sind so total und vollig was war wie wirklich`,
  ),
  state: new RegExp(
    [
      String.raw`^\W*(?:ist|sind) [^?]* ${DOWN}(?: ${NOW})?\W*$`,
      String.raw`^\W*(?:ist|sind) [^?]* (?:online|erreichbar|verfügbar|ok|okay|in ordnung)(?: ${NOW})?\W*$`,
      String.raw`^\W*(?:läuft|geht|funktioniert) \S+(?: ${NOW})?(?: nicht)?\W*$`,
      String.raw`^(?!was|wann|warum|wieso|wie|wer|wo|wenn|falls)(?:\S+ ){0,3}ist (?:${NOW} )?${DOWN}\W*$`,
      String.raw`^\W*(?:hat|gibt es)(?!\p{L})[^?]* (?:störung(?:en)?|stoerung(?:en)?|ausfall|ausfälle)(?!\p{L})`,
      String.raw`^\S+[ -](?:störung|stoerung|ausfall|down|offline|status)\W*$`,
    ].join("|"),
    "iu",
  ),
  trouble: withWords(
    String.raw`nicht|nie|kein\p{L}*|fehl\p{L}*|kaputt|bricht|abgebrochen|langsam|hängt|hängen|verloren|verschwunden|weg|schlägt|scheitert|gescheitert|stoppt|gestoppt|problem\p{L}*|störung\p{L}*|ausfall|timeouts?`,
  ),
  ownConnection: new RegExp(
    [
      String.raw`${OWN}[^?.!]*(?<!\p{L})(?:ok|okay|in ordnung|verbunden|kaputt|unterbrochen|gestört|fehlgeschlagen|nicht|noch)(?: ${NOW})?\s*(?:[,.;!?]|$)`,
      String.raw`^\W*(?:funktioniert|läuft|geht|steht|prüfen? sie|teste) ${OWN}(?: ${NOW})?\W*$`,
      String.raw`(?<!\p{L})(?:status|zustand|ergebnis|stand)(?: von)? ${OWN}`,
      String.raw`^\W*wie (?:steht es um|geht es) ${OWN}`,
    ].join("|"),
    "iu",
  ),
  itsWork: withWords(
    String.raw`(?:sync|kontakt|lead|empfehl|empfohl|gewor|qualif|crm|verbind|verbund|anbind|integration|zuordn|feld|pipeline|phase|buchung|termin|abgleich|übertrag)\p{L}*`,
  ),
  opening: wordSet(
    `und oder aber dann also ok okay auch was wie ist es mit fur in bei auf im das dasselbe denn geht gilt sieht aus jetzt
    bitte`,
  ),
  // "das" is an article, too: it points where no noun can follow
  pointing: new RegExp(
    [
      wholeWords(
        String.raw`dies(?:e[mnrs]?)?|dafür|damit|dabei|davon|dazu|daran|darauf|dagegen|dort|dasselbe|derselbe|dieselbe`,
      ),
      wholeWords(String.raw`das|es|sie|ihn|die`) + String.raw`(?=\W*$)`,
      wholeWords("das") + String.raw`(?= (?:auch|denn|dann|so|hier|immer|noch|schon|nicht|nur|wieder)(?!\p{L}))`,
    ].join("|"),
    "iu",
  ),
  goingOn: new RegExp(
    `^${wholeWords("und|oder|aber|also|dann|was ist mit|wie ist es|wie sieht es|warum|wieso|weshalb|wie lange|wie viel|wann|wo")}`,
    "iu",
  ),
  begins: String.raw`was|wie|warum|wieso|weshalb|wann|wo(?:her|hin|mit|für|ran|rin|durch)?|wer|wem|wen|welche[mnrs]?|(?:kann|können|muss|müssen|soll|sollen|darf|dürfen|gibt|brauche?|brauchen|ist|sind|wird|werden|hat|haben|geht) (?:ich|wir|man|es|das|die|der|den|ein|eine|einen|ihr|sie|mein|meine|unser|unsere|jemand)`,
  joins: "und|sowie|auch|außerdem|ausserdem|aber|dann|ok|okay|hallo|bitte",
  kinds: [
    ["number", withWords("wie ?(?:viele?|oft|groß|hoch|alt|schnell|weit)")],
    ["time", withWords("wie lange|wann|bis wann|seit wann")],
    ["who", withWords("wer|wem|wen|wessen")],
    ["where", withWords("wo|wohin|woher")],
    ["why", withWords("warum|wieso|weshalb|wozu|grund|gründe|ursachen?")],
    [
      "how",
      withWords("wie (?:kann|können|soll|sollen|muss|müssen|lässt|geht|mache?|\\p{L}+e ich|\\p{L}+en (?:wir|sie)|man)"),
    ],
    ["what", withWords("^\\W*was (?:ist|sind|bedeutet|bedeuten|heißt|macht|bewirkt|tut)|bedeutung|was für")],
    [
      "whether",
      withWords(
        "(?:kann|können|darf|dürfen|muss|müssen|soll|sollen|wird|werden|ist|sind|gibt|brauche?|hat) (?:ich|wir|man|es|das|die|der|ein|eine|einen|mein|meine|unser|unsere)",
      ),
    ],
  ],
  answersKind: {
    number: withWords(NUMBER_WORDS),
    time: withWords(
      "(?:sekunde|minute|stunde|tag|arbeitstag|woche|monat|jahr)(?:n|en|e)?|bis|bevor|nachdem|sobald|solange|danach|vorher",
    ),
    who: withWords("jemand(?:em|en)?|niemand"),
    where: withWords(
      "(?:im|unter|auf|neben|unten|oben|in|beim) (?:de[mrn] )?(?:reiter|seite|einstellungen|ende|fuß)|dort|daneben",
    ),
    why: withWords("weil|deshalb|denn|damit|grund|ursache|sodass|daher"),
    how: withWords("öffnen|wählen|drücken|klicken|speichern|ordnen|geben|tragen|sie können|lassen sie|schritte?"),
    what: withWords("ist|sind|bedeutet|heißt|nennt|gilt"),
    whether: withWords(
      "muss|müssen|kann|können|nicht|kein\\p{L}*|nur|ja|nein|darf|dürfen|wenn|falls|ohne|braucht|brauchen",
    ),
  },
  lasting: withWords("wie lange"),
  duration: withWords(
    `(?:\\d+|eine[mnr]?|${NUMBER_WORDS}|wenige|einige|paar) (?:\\p{L}+ )?\\p{L}*(?:sekunde|minute|stunde|tag|woche|monat|jahr)(?:n|en|e)?|bis|sofort|umgehend|dauerhaft`,
  ),
  // "was" is English too, but hardly begins a question there without one of these
  choosing: withWords(String.raw`welche[mnrs]?|^\W*was(?! (?:i|we|it|the|my|our|this|that|there|an?)(?!\p{L}))`),
  doing: withWords(
    "wie (?:kann|können|soll|sollen|muss|müssen) (?:ich|wir|man)|wie (?:\\p{L}+e ich|\\p{L}+en wir|\\p{L}+t man)|einrichten|schritte|anleitung|führ\\p{L}* mich",
  ),
  working: withWords(
    "wie (?:funktioniert|läuft|entsteht|kommt|wird|werden|qualifizier\\p{L}+)|was (?:macht|tut|bewirkt|passiert|geschieht)",
  ),
  // the verb stands last: "kann ich zwei Kontakte zusammenführen", not "wie lange kann ich warten"
  act: withWords(
    String.raw`(?<!wie (?:lange|oft|viele?) )(?:kann|können|könnten?|darf|dürfen|muss|müssen|soll|sollen|sollten?|wird|werden|lässt|lassen)(?!\p{L})[^?.!,]*? (?=\p{L}+n\W*$)(\p{L}+)\W*$`,
  ),
  counted:
    /^ (?:neue[nr]? |alte[nr]? |weitere[nr]? )?(?:mal|leute|euro|(?:anfrage|buchung|datensätz|empfehlung|kontakt|kund|person|zeile)(?:e|en|n))(?!\p{L})/iu,
  comparing: withWords(
    String.raw`unterschied\p{L}*|unterscheide\p{L}*|vs|vergleich\p{L}*|verglichen|besser|schlechter|einfacher|schneller|langsamer|billiger|günstiger|anders als|genauso`,
  ),
  joining: wordSet("vs und oder als von mit zu gegenuber"),
  aroundCompared:
    wordSet(`andere anderen anders beide beiden zwei zwischen welche welches was unterschied unterschiede unterscheiden
    unterscheidet vs vergleich vergleichen verglichen`),
  readOn: /^(?:siehe|lesen sie|mehr (?:in|dazu)|weiter (?:in|mit))(?!\p{L})|führt sie durch/iu,
};
