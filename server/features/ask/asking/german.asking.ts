import type { Asking } from "./asking.ts";
import { wholeWords, withEnd } from "./patterns.ts";
import { wordSet } from "../word-set.ts";

const NUMBER_WORDS =
  "zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|zwölf|dutzend|hundert|tausend|million(?:en)?|hälfte|prozent|einmal|zweimal";

const words = (pattern: string): RegExp => new RegExp(wholeWords(pattern), "iu");
const GOING_ON =
  "und|oder|aber|also|dann|was ist mit|wie ist es|wie sieht es|warum|wieso|weshalb|wie lange|wie viel|wann|wo";
const PERSON = "mensch(?:en)?|person|mitarbeiter(?:in)?|berater(?:in)?|ansprechpartner(?:in)?|support|kundendienst";
const NOW = "(?:gerade|heute|jetzt|momentan|im moment|zurzeit|zur zeit|derzeit|aktuell)";
const DOWN = "(?:down|offline|ausgefallen|gestört|lahmgelegt|weg)";
const WHO = "(?:ki|ai|bot|chatbot|roboter|mensch(?:en)?|person|maschine)";
/** "meine HubSpot-Verbindung" */
const OWN = String.raw`(?:mein|unser)(?:e[mrn]?)? (?:\S+[ -]){0,3}(?:verbindung|anbindung|integration|crm|einrichtung)(?!\p{L})`;

export const german: Asking = {
  remarks: [
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
      words(
        String.raw`(?![^.!?]*(?:telefon|handy))(?:ich|wir|bitte|gern|gerne) (?:[^.!?]* )?mit (?:jemand(?:em)?|(?:eine[mr] |de[mr] |eurem |ihrem )?(?:echten |richtigen |lebenden )?(?:${PERSON}))(?! (?:der|die|das))[^.!?]*? (?:sprechen|reden|schreiben|chatten|verbinden)`,
      ),
    ],
    ["person", words(`verbinden? (?:sie )?mich (?:bitte )?mit (?:jemandem|eine[mr]|de[mr]) ?(?:${PERSON})?`)],
    [
      "person",
      withEnd(
        `mit (?:jemandem|(?:eine[mr] |dem |eurem )?(?:echten |richtigen )?(?:${PERSON})) (?:sprechen|reden|chatten)(?: bitte)?`,
      ),
    ],
    ["person", withEnd(`(?:eine? |einen |echter |echte[nm]? )*(?:${PERSON})(?: bitte)?`)],
    ["self", withEnd("(?:wer|was) (?:bist du|sind sie)|was (?:kannst du|können sie|weißt du|wissen sie)(?: alles)?")],
    [
      "self",
      withEnd(
        `(?:bist du|sind sie|ist das(?: hier)?|(?:spreche|rede|schreibe) ich(?: hier)? mit) (?:eine[mr]? |ein )?(?:echte[rmn]? )?${WHO}(?: oder (?:eine[mr]? |ein )?(?:echte[rmn]? )?${WHO})?`,
      ),
    ],
  ],
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
  trouble: words(
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
  itsWork: words(
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
  goingOn: new RegExp(`^${wholeWords(GOING_ON)}`, "iu"),
  kinds: [
    ["number", words("wie ?(?:viele?|oft|groß|hoch|alt|schnell|weit)")],
    ["time", words("wie lange|wann|bis wann|seit wann")],
    ["who", words("wer|wem|wen|wessen")],
    ["where", words("wo|wohin|woher")],
    ["why", words("warum|wieso|weshalb|wozu|grund|gründe|ursachen?")],
    [
      "how",
      words("wie (?:kann|können|soll|sollen|muss|müssen|lässt|geht|mache?|\\p{L}+e ich|\\p{L}+en (?:wir|sie)|man)"),
    ],
    ["what", words("^\\W*was (?:ist|sind|bedeutet|bedeuten|heißt|macht|bewirkt|tut)|bedeutung|was für")],
    [
      "whether",
      words(
        "(?:kann|können|darf|dürfen|muss|müssen|soll|sollen|wird|werden|ist|sind|gibt|brauche?|hat) (?:ich|wir|man|es|das|die|der|ein|eine|einen|mein|meine|unser|unsere)",
      ),
    ],
  ],
  answersKind: {
    number: words(NUMBER_WORDS),
    time: words(
      "(?:sekunde|minute|stunde|tag|arbeitstag|woche|monat|jahr)(?:n|en|e)?|bis|bevor|nachdem|sobald|solange|danach|vorher",
    ),
    who: words("jemand(?:em|en)?|niemand"),
    where: words(
      "(?:im|unter|auf|neben|unten|oben|in|beim) (?:de[mrn] )?(?:reiter|seite|einstellungen|ende|fuß)|dort|daneben",
    ),
    why: words("weil|deshalb|denn|damit|grund|ursache|sodass|daher"),
    how: words("öffnen|wählen|drücken|klicken|speichern|ordnen|geben|tragen|sie können|lassen sie|schritte?"),
    what: words("ist|sind|bedeutet|heißt|nennt|gilt"),
    whether: words(
      "muss|müssen|kann|können|nicht|kein\\p{L}*|nur|ja|nein|darf|dürfen|wenn|falls|ohne|braucht|brauchen",
    ),
  },
  lasting: words("wie lange"),
  duration: words(
    `(?:\\d+|eine[mnr]?|${NUMBER_WORDS}|wenige|einige|paar) (?:\\p{L}+ )?\\p{L}*(?:sekunde|minute|stunde|tag|woche|monat|jahr)(?:n|en|e)?|bis|sofort|umgehend|dauerhaft`,
  ),
  // "was" is English too, but hardly begins a question there without one of these
  choosing: words(String.raw`welche[mnrs]?|^\W*was(?! (?:i|we|it|the|my|our|this|that|there|an?)(?!\p{L}))`),
  doing: words(
    "wie (?:kann|können|soll|sollen|muss|müssen) (?:ich|wir|man)|wie (?:\\p{L}+e ich|\\p{L}+en wir|\\p{L}+t man)|einrichten|schritte|anleitung|führ\\p{L}* mich",
  ),
  working: words(
    "wie (?:funktioniert|läuft|entsteht|kommt|wird|werden|qualifizier\\p{L}+)|was (?:macht|tut|bewirkt|passiert|geschieht)",
  ),
  // the verb stands last: "kann ich zwei Kontakte zusammenführen", not "wie lange kann ich warten"
  act: words(
    String.raw`(?<!wie (?:lange|oft|viele?) )(?:kann|können|könnten?|darf|dürfen|muss|müssen|soll|sollen|sollten?|wird|werden|lässt|lassen)(?!\p{L})[^?.!,]*? (?=\p{L}+n\W*$)(\p{L}+)\W*$`,
  ),
  counted:
    /^ (?:neue[nr]? |alte[nr]? |weitere[nr]? )?(?:mal|leute|euro|(?:anfrage|buchung|datensätz|empfehlung|kontakt|kund|person|zeile)(?:e|en|n))(?!\p{L})/iu,
  readOn: /^(?:siehe|lesen sie|mehr (?:in|dazu)|weiter (?:in|mit))(?!\p{L})|führt sie durch/iu,
};
