import type { IntegrationId } from "#content/schema.ts";
import { isEnglish } from "#server/knowledge/common-words.ts";
import type { KnowledgeIndex } from "#server/knowledge/knowledge-index.ts";
import type { Term } from "#server/knowledge/parse-query.ts";
import { stem } from "#server/knowledge/stem.ts";
import { splitStems } from "#server/knowledge/words.ts";
import { readAsking, type Asking } from "./asking.ts";
import { findTurns } from "./opposites.ts";

/** A telling word of a phrase. `forms`: one of them in another phrase too makes it the same word. */
export type Told = { forms: string[]; weight: number; means: string[][] };

/** What a phrase is about. */
export type ReadPhrase = {
  told: Told[];
  /** All forms of its own words. */
  forms: ReadonlySet<string>;
  /** The stems of all its words, "on" and "off" too. */
  said: ReadonlySet<string>;
  turns: ReturnType<typeof findTurns>;
  /** What the articles say for one of its words in a word of their own. */
  meant: ReadonlySet<string>;
  named: readonly IntegrationId[];
  asking: Asking | null;
};

export type Named = { id: IntegrationId; name: string };

/** Reads a phrase as search does: stemmed, typing errors mended, customers' words beside the articles'. */
export function readPhrase(knowledge: Pick<KnowledgeIndex, "read">, text: string, integrations: Named[]): ReadPhrase {
  const { terms, words } = knowledge.read(text);
  const told = terms.map((term) => ({ forms: formsOf(term), weight: weigh(term), means: term.means }));
  const meant = new Set(terms.flatMap(({ means }) => means.filter(({ length }) => length === 1).flat()));
  const stems = new Set([...terms.map((term) => term.stem), ...meant]);
  const named = integrations.filter(({ id, name }) => isNamed(stems, id, name)).map(({ id }) => id);
  const forms = new Set(told.flatMap((word) => word.forms));
  const said = new Set(words.map(stem));
  return { told, forms, said, turns: findTurns(said), meant, named, asking: readAsking(text) };
}

/** What is rare in the articles is not as much rarer among what they lack: the root takes its edge off. */
const weigh = ({ weight, guessed }: Term): number => Math.sqrt(weight) * (guessed ? 0.7 : 1);

/** A shorter word with another letter is likelier another word. */
const SHORTEST = 6;

/** The stem; of a name that nobody knows also what is left without one letter, which a typing error leaves too. */
function formsOf({ word, stem: stemmed }: Term): string[] {
  if (word.length < SHORTEST || /[\d ]/.test(word) || isEnglish(word)) return [stemmed];
  const without = Array.from(word, (_, at) => `~${word.slice(0, at)}${word.slice(at + 1)}`);
  return [stemmed, `~${word}`, ...without];
}

const isNamed = (stems: ReadonlySet<string>, id: string, name: string): boolean =>
  [id, name].some((each) => splitStems(each).every((part) => stems.has(part)));
