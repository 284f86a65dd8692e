import type { Asking } from "./asking.ts";
import { listWords, wholeWords, withEnd } from "./patterns.ts";

const words = (pattern: string): RegExp => new RegExp(wholeWords(pattern), "iu");
const PERSON = "mensch(?:en)?|person|mitarbeiter(?:in)?|berater(?:in)?|ansprechpartner(?:in)?|support|kundendienst";
const NOW = "gerade|heute|momentan|im moment|zurzeit|zur zeit|derzeit|aktuell";

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
        String.raw`mit (?:jemand(?:em)?|(?:eine[mr] |de[mr] |eurem |ihrem )?(?:echten |richtigen |lebenden )?(?:${PERSON}))[^.!?]*? (?:sprechen|reden|schreiben|chatten|telefonieren|verbinden)`,
      ),
    ],
    ["person", words(`verbinden? (?:sie )?mich (?:bitte )?mit (?:jemandem|eine[mr]|de[mr]) ?(?:${PERSON})?`)],
    ["person", withEnd(`(?:eine? |einen |echter |echte[nm]? )*(?:${PERSON})(?: bitte)?`)],
    ["self", withEnd("(?:wer|was) (?:bist du|sind sie)|was (?:kannst du|können sie|weißt du|wissen sie)(?: alles)?")],
    [
      "self",
      new RegExp(
        `^${wholeWords("(?:bist du|sind sie|ist das(?: hier)?) (?:eine? )?(?:echter? )?(?:ki|ai|bot|chatbot|roboter|mensch|person|maschine)")}`,
        "iu",
      ),
    ],
  ],
  abuse: listWords(
    `nutzlos nutzloser sinnlos dumm dummer blod bloder bloed bescheuert idiot idioten idiotisch mist scheiße scheisse scheiß
    scheiss kacke mull muell schrott schwachsinn bullshit verdammt verdammte verdammter arsch arschloch`,
  ),
  aroundAbuse: listWords(
    `alles antwort antworten bist bot das der die dich doch du echt ein eine einfach fur hier hilfe ihr ist ja ki mich nur
    seid sie sind so total und vollig was war wie wirklich`,
  ),
  state: new RegExp(
    [
      wholeWords(String.raw`offline|ausfall|ausgefallen|störung(?:en)?|stoerung(?:en)?|lahmgelegt`),
      String.raw`^\W*(?:ist|sind|läuft|laufen|geht|funktioniert)(?!\p{L})[^?]* (?:${NOW}|online|erreichbar|ok|okay|in ordnung)\W*$`,
      String.raw`^\W*(?:läuft|geht|funktioniert) \S+\W*$`,
    ].join("|"),
    "iu",
  ),
  trouble: words(
    String.raw`nicht|nie|kein\p{L}*|fehl\p{L}*|kaputt|bricht|abgebrochen|langsam|hängt|hängen|verloren|verschwunden|weg|schlägt|scheitert|gescheitert|stoppt|gestoppt|problem\p{L}*|störung\p{L}*|ausfall|timeouts?`,
  ),
  ownConnection: new RegExp(
    String.raw`${wholeWords(String.raw`(?:mein|unser)\p{L}{0,2}`)}[^?.!]*(?:verbindung|anbindung|integration|crm|einrichtung|prüfung)(?!\p{L})`,
    "iu",
  ),
  itsWork: words(
    String.raw`(?:sync|kontakt|lead|empfehl|empfohl|gewor|qualif|crm|verbind|verbund|anbind|integration|zuordn|feld|pipeline|phase|buchung|termin|abgleich|übertrag)\p{L}*`,
  ),
  opening: listWords(
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
};
