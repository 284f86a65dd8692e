import { resolve } from "node:path";
import type { Hub } from "#content/schema.ts";
import { hubIn, localizePath, type Written } from "#content/languages.ts";
import { loadSpeech } from "#content/translations.ts";
import { speech, type Speech } from "#content/words.ts";

/**
 * The languages of the hub, read once. What is written to somebody later, in no request of theirs, is said in the one
 * that was kept with what they sent (docs/adr/0035): `speakIn(speeches.of(kept.language), …)`.
 */
export type Speeches = {
  /** The hub's first for null, and for one that it has not any more. */
  of: (language: string | null) => Speech;
};

const SHIPPED = resolve(import.meta.dirname, "../../content");

export function openSpeeches(hub: Pick<Hub, "languages">, contentDir: string): Speeches {
  const folders = { own: contentDir, shipped: SHIPPED };
  const [standard = "en"] = hub.languages;
  const first = loadSpeech(folders, standard);
  const others = hub.languages.slice(1).map((language) => [language, loadSpeech(folders, language)] as const);
  const known = new Map(others);
  return { of: (language) => known.get(language ?? standard) ?? first };
}

/** The hub in the language that is spoken. */
export const spokenHub = <H extends Written>(hub: H): H => hubIn(hub, speech().language);

/** The whole address of a page of this hub, in the language that is spoken. */
export const pageUrl = (hub: Pick<Hub, "languages">, publicUrl: string, path: string): string =>
  publicUrl + localizePath(hub, speech().language, path);
