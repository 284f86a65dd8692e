/**
 * After the build: a copy of the scripts for each language, with its words where words-plugin.ts left marks. A page
 * loads those of its language; a folder is named by what is in it, since browsers keep scripts for good.
 */
import { createHash } from "node:crypto";
import { globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { hubIn, languageOfPath } from "#content/languages.ts";
import type { Hub } from "#content/schema.ts";
import { englishIn, listEnglish, type Message, type Speech } from "#content/words.ts";
import { MARK, packerIn } from "./words-plugin.ts";

export const SCRIPTS = "_astro";
const ADDRESS = /\b_astro\/([\w.-]+\.js)\b/g;

/** Gives what puts the addresses of its language's scripts into a page. */
export function translateScripts(
  publicDir: string,
  speeches: Speech[],
  hub: Hub,
): (html: string, path: string) => string {
  const english = listEnglish();
  const folders = new Map(speeches.map((speech) => [speech.language, writeScripts(publicDir, speech, hub, english)]));
  for (const name of listScripts(publicDir)) rmSync(path.join(publicDir, SCRIPTS, name));
  return (html, url) => html.replace(ADDRESS, `${SCRIPTS}/${folders.get(languageOfPath(hub, url)) ?? ""}/$1`);
}

const listScripts = (publicDir: string): string[] => globSync("*.js", { cwd: path.join(publicDir, SCRIPTS) });

/** The folder, within that of all scripts, that they were written into. */
function writeScripts(
  publicDir: string,
  { language, locale, says }: Speech,
  hub: Hub,
  english: Map<string, Message>,
): string {
  const topics = new Map(hubIn(hub, language).topics.map(({ id, title }) => [`topics.${id}`, title]));
  const pack = packerIn(locale);
  const scripts = listScripts(publicDir).map((name) => ({
    name,
    text: readFileSync(path.join(publicDir, SCRIPTS, name), "utf8").replace(MARK, (_mark, key: string) =>
      quote(pack(says.get(key) ?? topics.get(key) ?? englishIn(language, english.get(key) ?? key))),
    ),
  }));
  const hash = createHash("sha256").update(JSON.stringify(scripts)).digest("base64url").slice(0, 8);
  const folder = `${language}.${hash}`;
  mkdirSync(path.join(publicDir, SCRIPTS, folder), { recursive: true });
  for (const { name, text } of scripts)
    writeFileSync(path.join(publicDir, SCRIPTS, folder, name), text.replace(ADDRESS, `${SCRIPTS}/${folder}/$1`));
  return folder;
}

/** As it may stand within any kind of quotation marks of a script. */
const quote = (text: string): string =>
  JSON.stringify(text)
    .slice(1, -1)
    .replace(/['`]|\$\{/g, String.raw`\$&`);
