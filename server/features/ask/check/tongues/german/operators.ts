import type { Modal, Operator, Tongue } from "../tongue.ts";
import { wordSet as words } from "../../../word-set.ts";

export const NEGATION: Operator = {
  says: words(
    "nicht kein keine keinen keinem keiner keines keins nie niemals niemand niemanden niemandem nichts nirgends weder ohne",
  ),
  means: words(
    `fehlt fehlen scheitert scheitern verweigert ablehnt abgelehnt verhindert verhindern ausser statt stattdessen anstatt vermeiden vermeidet unmoglich kaum selten
       ubergeht ubergangen uberspringt ubersprungen ignoriert leer verbietet verboten ungultig abgeschaltet ausgenommen sondern`,
  ),
};

export const OPERATORS: Tongue["operators"] = [
  { says: words("ja"), means: new Set(), kept: false },
  {
    says: words("nur ausschliesslich lediglich"),
    means: words("allein einzig einzige einziger bloss ausser erst"),
    kept: true,
  },
  {
    says: words("immer stets alle allen aller alles jeder jede jedes jeden jedem uberall jederzeit"),
    means: words("jeweils ganz ganze ganzen samtliche beide beiden automatisch niemals nie"),
    kept: false,
  },
];

export const MODALS: Modal[] = [
  {
    says: words("darf durfen freiwillig"),
    means: words("kann konnen lasst lassen konnte"),
    turnedBy: words("muss mussen pflicht"),
  },
  {
    says: words("muss mussen"),
    means: words("notig erforderlich braucht brauchen benotigt sollte sollten soll pflicht pflichtfelder"),
    turnedBy: words("darf durfen kann konnen freiwillig"),
  },
];
