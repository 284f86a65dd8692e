import type { Claim } from "./claim.ts";
import { findPlaces } from "./context.ts";
import type { Evidence } from "./evidence.ts";
import type { Fault } from "./fault.ts";
import { rootOf } from "./name-roots.ts";
import type { Token } from "./read-tokens.ts";

/** What stands beside a label, and before it. */
const UI_AFTER =
  /^(?:tabs?|buttons?|pages?|menus?|fields?|settings?|columns?|windows?|dialogs?|sections?|tiles?|screens?|links?|options?|icons?)$/;
const UI_BEFORE = /^(?:press|click|choose|select|open|tap|enter|under|labelled|labeled)$/;
const AUXILIARY =
  /^(?:is|are|was|were|has|have|had|can|could|may|might|must|shall|should|will|would|does|do|did|also|never|always|only|not)$/;

/**
 * Names stand in the cited text: of people, places, products, buttons, tabs. A name is what is capitalised inside a
 * sentence or has capitals inside, begins a sentence as its unknown subject, or is a name in another source.
 */
export function checkNames(
  claim: Claim,
  evidence: Evidence,
  isNamedElsewhere: (word: string) => boolean,
): Fault | null {
  for (const [here, token] of claim.tokens.entries()) {
    if (token.kind !== "word" || token.light) continue;
    const named = isNamed(token) || looksNamed(claim, here);
    if (!named && !beginsAsName(claim, here, evidence) && !(!isKnown(token, evidence) && isNamedElsewhere(token.lower)))
      continue;
    if (named ? !isKnownName(claim, here, evidence) : !isKnown(token, evidence)) {
      return { reason: isLabel(claim, here) ? "label" : "name", what: token.raw };
    }
  }
  return null;
}

const isNamed = ({ capital, raw }: Token) => capital || /\p{L}\p{Lu}/u.test(raw);
/** Where nouns have capitals: one without a noun's ending or a word that stands before nouns. */
function looksNamed({ tokens, tongue }: Claim, here: number): boolean {
  const [token, before] = [tokens[here], tokens[here - 1]];
  if (tongue.capitalNames || !token || !/^\p{Lu}/u.test(token.raw) || token.raw.length < 4) return false;
  return before?.clause === token.clause && !before.light && !NOUN.test(token.lower);
}
const NOUN = /(?:ung|heit|keit|schaft|tion|tat|nis|tum|ling|chen|en|er|e|s)$/;

const isKnown = (token: Token, evidence: Evidence) => findPlaces(token, evidence).length > 0;

/** "Zendesk connects", "Zendesk is", "Mary Jones": the subject at the beginning that no source has. */
function beginsAsName({ tokens }: Claim, here: number, evidence: Evidence): boolean {
  const token = tokens[here];
  const next = tokens[here + 1];
  const begins = here === 0 || tokens[here - 1]?.sentence !== token?.sentence;
  if (!token || !next || !begins || !/^\p{Lu}/u.test(token.raw) || /(?:ing|ly|ed)$/.test(token.lower)) return false;
  return next.capital || AUXILIARY.test(next.lower) || (/[^s]s$/.test(next.lower) && isKnown(next, evidence));
}

function isKnownName({ tokens }: Claim, here: number, evidence: Evidence): boolean {
  const token = tokens[here];
  if (!token) return false;
  if (evidence.words.has(token.lower) || evidence.at.has(token.key) || evidence.pairs.has(token.lower)) return true;
  if (evidence.words.has(`${token.lower}s`) || evidence.words.has(token.lower.replace(/s$/, ""))) return true;
  if (isShortened(token, evidence) || isSpelledOut(tokens, here, evidence)) return true;
  const root = rootOf(token.lower);
  return root.length >= 4 && evidence.roots.has(root);
}

/** "UN" where a source has "United Nations". */
function isShortened({ raw }: Token, { tokens }: Evidence): boolean {
  if (!/^\p{Lu}{2,6}s?$/u.test(raw)) return false;
  const letters = raw.replace(/s$/, "").toLowerCase();
  return tokens.some((_, from) => {
    let at = from;
    let found = 0;
    // little words between have no letter: "Department of Motor Vehicles"
    while (found < letters.length && at < from + letters.length + 3) {
      const lower = tokens[at]?.lower ?? "";
      if (lower.startsWith(letters.charAt(found))) found++;
      else if (found === 0 || lower.length > 3) return false;
      at++;
    }
    return found === letters.length;
  });
}

/** "United Nations" where a source has "UN": the letters of the capitals around it. */
function isSpelledOut(tokens: Token[], here: number, { words }: Evidence): boolean {
  let from = here;
  while (/^\p{Lu}/u.test(tokens[from - 1]?.raw ?? "")) from--;
  let letters = "";
  for (let at = from; /^\p{Lu}/u.test(tokens[at]?.raw ?? ""); at++) letters += tokens[at]?.lower.charAt(0) ?? "";
  return letters.length >= 2 && words.has(letters);
}

const isLabel = ({ tokens }: Claim, here: number) =>
  UI_AFTER.test(tokens[here + 1]?.lower ?? "") || UI_BEFORE.test(tokens[here - 1]?.lower ?? "");
