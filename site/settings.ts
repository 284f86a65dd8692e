/** What a build is told from outside, and the hub it is for. Read once, at build. */
import { loadHub } from "#content/hub.ts";
import { hubIn } from "#content/languages.ts";
import { loadSpeech } from "#content/translations.ts";
import { speech } from "#content/words.ts";
import { contentDir, textFolders } from "./content-dir.ts";

/** Origin of the hub for readers, without a slash at the end; undefined when the operator has not named one. */
export const publicUrl = process.env.PUBLIC_URL?.replace(/\/+$/, "") || undefined;
export const hub = loadHub(contentDir);
/** How the hub speaks each of its languages, the default one first. */
export const speeches = hub.languages.map((language) => loadSpeech(textFolders, language));
/** The hub in the language of the page that is being written. */
export const spokenHub = () => hubIn(hub, speech().language);
