import { globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { parseDocument, stringify } from "yaml";
import type { Hub } from "#content/schema.ts";
import { splitArticle } from "#content/split-article.ts";
import { listEnglish } from "#content/words.ts";
import { copyContent } from "../copy-content.ts";
import { PSEUDO, pseudo, pseudoMdx, pseudoMessage, pseudoProse } from "./pseudo-text.ts";
import { SAMPLES } from "./samples.ts";

const ROOT = path.resolve(import.meta.dirname, "../../..");
/** Nobody has translated these: they stand in English, and say so. */
const LEFT = /^articles\/qualifying\/|^learn\/choose/;
const SPOKEN = new Set(["title", "short", "summary", "questions", "keywords"]);

/** Our content in English, in the pseudo-locale, and with sample articles in Chinese and Japanese. The folder is made anew. */
export async function writePseudoHub(folder: string): Promise<void> {
  rmSync(folder, { recursive: true, force: true });
  copyContent(folder, {});
  for (const file of globSync("**/*.de.mdx", { cwd: folder })) rmSync(path.join(folder, file));
  writeFileSync(path.join(folder, "hub.yaml"), pseudoHub(readFileSync(path.join(folder, "hub.yaml"), "utf8")));
  writeFileSync(path.join(folder, "i18n", `${PSEUDO}.yaml`), await pseudoWords());
  for (const file of globSync("{articles,learn,parts}/**/*.mdx", { cwd: folder }).filter((name) => !LEFT.test(name))) {
    const translated = pseudoArticle(readFileSync(path.join(folder, file), "utf8"));
    writeFileSync(path.join(folder, file.replace(/\.mdx$/, `.${PSEUDO}.mdx`)), translated);
  }
  for (const [name, text] of Object.entries(SAMPLES)) {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    writeFileSync(path.join(folder, name), text);
  }
}

/** Of all words that there are: a word that is added tomorrow is among them. */
async function pseudoWords(): Promise<string> {
  for (const file of globSync(["{content,server,site}/**/*.words.ts", "site/strings.ts"], { cwd: ROOT }))
    await import(/* @vite-ignore */ pathToFileURL(path.join(ROOT, file)).href);
  const file = parseDocument("{}");
  for (const [key, message] of listEnglish()) file.setIn(key.split("."), pseudoMessage(message));
  return String(file);
}

function pseudoHub(text: string): string {
  const file = parseDocument(text);
  const { product, topics, notice = "", oftenTyped } = file.toJS() as Hub; // it is ours, and checked as it is built
  file.set("languages", ["en", PSEUDO, "ja", "zh"]);
  file.set("translations", {
    [PSEUDO]: {
      hub: pseudo(product.hub),
      description: pseudo(product.description),
      notice: pseudo(notice),
      oftenTyped: oftenTyped.map(pseudo),
      topics: Object.fromEntries(
        topics.map(({ id, title, summary }) => [id, { title: pseudo(title), summary: pseudo(summary) }]),
      ),
    },
  });
  return String(file);
}

function pseudoArticle(text: string): string {
  const { head, body } = splitArticle(text);
  if (head === null) return pseudoMdx(body); // a part
  const said = Object.entries(parseDocument(head).toJS() as Record<string, unknown>).map(([name, value]) => [
    name,
    SPOKEN.has(name) ? pseudoValue(value) : value,
  ]);
  return `---\n${stringify(Object.fromEntries(said))}---${pseudoMdx(body)}`;
}

const pseudoValue = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(pseudoValue);
  // a question with a section of the original: nobody has given the steps of a pseudo-translation their ids
  const text = typeof value === "object" && value && "ask" in value ? value.ask : value;
  return pseudoProse(String(text));
};
