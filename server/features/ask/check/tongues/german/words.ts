import { wordSet } from "../../../word-set.ts";

/** Words that build a sentence and say little by themselves. Umlauts are gone from what is looked up. */
export const LIGHT_WORDS =
  wordSet(`der die das den dem des ein eine einen einem einer eines dies diese dieser dieses diesen diesem jene jener
  er sie es ihn ihm ihr ihre ihren ihrem ihrer ihres ihnen sein seine seinen seinem seiner wir uns unser unsere sich man ich mich mir mein meine du dich dir dein deine
  wer was wo wann warum wie welche welcher welches welchen wessen wen wem dort hier da dann danach vorher davor dafur dabei damit daran darin darauf daraus davon dazu
  und oder aber sondern denn doch weil wenn als ob dass obwohl wahrend solange sobald bevor nachdem sodass deshalb daher darum also auch noch schon bereits nun jetzt
  in im an am auf aus bei beim mit nach von vom vor zu zum zur uber unter fur gegen durch um bis seit ohne zwischen hinter neben trotz wegen statt anstatt innerhalb binnen
  ist sind war waren sei wird werden wurde wurden worden geworden hat haben hatte hatten habe habt kann konnen konnte konnten muss mussen musste mussten soll sollen sollte sollten
  darf durfen durfte durften will wollen wollte mochte mochten lasst lassen liess macht machen tut tun gibt geben geht gehen kommt kommen bleibt bleiben
  nicht kein keine keinen keinem keiner keines nie niemals nichts niemand weder nur immer alle allen aller alles jeder jede jedes jeden jedem mehr weniger sehr viel viele vielen mehrere einige
  etwas ganz gar so etwa zum beispiel bitte einfach wieder erneut erst selbst eben mal ja nein hin her ab zu`);

/** Words that say little in an article of help. */
export const EVERYDAY =
  wordSet(`sehen offnen wahlen gehen klicken drucken brauchen benotigen finden zeigen nutzen verwenden benutzen warten fragen lesen schreiben sagen wissen
  neu neue neuen neuer gleich gleiche gleichen direkt sofort zuerst zunachst danach anschliessend spater vorhanden moglich notig richtig genau dazu lange kurz gut besser zusatzlich
  person personen mensch seite fall weise grund schritt teil`);

/** Words, in any form, and what would turn a sentence round in their place. */
export const PAIRS = `vor nach|bevor nachdem|vorher nachher|mit ohne|aktivieren deaktivieren|einschalten ausschalten|ein aus|erlauben verbieten|zulassen verbieten|erlaubt verboten|
annehmen ablehnen|akzeptieren ablehnen|genehmigen ablehnen|offnen schliessen|offen geschlossen|starten stoppen|beginnen enden|hinzufugen entfernen|anlegen loschen|erstellen loschen|
behalten loschen|bleiben verschwinden|speichern verwerfen|verbinden trennen|installieren deinstallieren|zeigen verbergen|sichtbar unsichtbar|richtig falsch|gultig ungultig|
abhangig unabhangig|moglich unmoglich|bekannt unbekannt|vollstandig unvollstandig|gleich verschieden|gleiche andere|offentlich privat|intern extern|fruher spater|hoher niedriger|
grosser kleiner|mehr weniger|meiste wenigste|erste letzte|oben unten|voll leer|alt neu|schnell langsam|senden empfangen|importieren exportieren|hochladen herunterladen|lesen schreiben|
manuell automatisch|dauerhaft vorubergehend|pflicht freiwillig|immer nie|alle keine|jeder niemand|alles nichts|vergrossern verkleinern|erhohen senken|sperren entsperren|verlangern kundigen|
links rechts|uber unter|hinter vor|minimum maximum|mindestens hochstens|kostenlos kostenpflichtig|sicher unsicher|positiv negativ`;
