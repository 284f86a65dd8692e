/**
 * Words in scripts. A browser gets the words of its page's language and no others: a build writes marks in their place,
 * which build/translate-scripts.ts replaces in a copy of the scripts for each language. `npm run dev` writes English.
 */
import { pathToFileURL } from "node:url";
import type { Plugin } from "vite";
import { pluralsIn } from "#content/locale-formats.ts";
import { isMessage, localeOf, namesIn, type Message, type Messages, wordsOf } from "#content/words.ts";

export const markOf = (key: string): string => `@@${key}@@`;
export const MARK = /@@([\w.-]+)@@/g;
const SAY = "#site/islands/say.ts";
/** Of all that an interface counts. */
const COUNTS = [...Array.from({ length: 201 }, (_, count) => count), 0.5, 1.5, 1_000, 1_000_000];

export const wordsPlugin = (): Plugin => {
  let dev = false;
  return {
    name: "handrail:words",
    enforce: "pre",
    configResolved: ({ command }) => {
      dev = command === "serve";
    },
    async transform(_code, id) {
      if (this.environment.config.consumer !== "client" || !id.endsWith(".words.ts")) return undefined;
      const exports = (await import(/* @vite-ignore */ pathToFileURL(id).href)) as Record<string, object>;
      const lines = Object.entries(exports).flatMap(([name, words]) => {
        const defined = wordsOf(words);
        return defined ? [`export const ${name} = ${writeTree(defined.english, defined.area, dev)};`] : [];
      });
      // only where it is called: it reads the page's language, so no bundler leaves it out
      const head = lines.some((line) => line.includes("say(")) ? [`import { say } from ${JSON.stringify(SAY)};`] : [];
      return { code: [...head, ...lines].join("\n"), map: null };
    },
  };
};

function writeTree(messages: Messages, path: string, dev: boolean): string {
  const parts = Object.entries(messages).map(([name, value]) => {
    const key = `${path}.${name}`;
    return `${JSON.stringify(name)}: ${isMessage(value) ? writeMessage(value, key, dev) : writeTree(value, key, dev)}`;
  });
  return `{ ${parts.join(", ")} }`;
}

function writeMessage(message: Message, key: string, dev: boolean): string {
  const text = JSON.stringify(dev ? packerIn(localeOf("en"))(message) : markOf(key));
  const names = namesIn(message);
  return names.length > 0 ? `say(${text}, ${JSON.stringify(names)})` : text;
}

/**
 * Writes texts of a language as islands/say.ts unpacks them. Where one is said of 1 and nothing else, as in English, the
 * two forms stand without their names, so that a browser can choose without Intl: the first rules that it makes hold a
 * phone for 40 ms.
 */
export function packerIn(locale: string): (message: string | Readonly<Record<string, string>>) => string {
  const plurals = pluralsIn(locale);
  const isOneOfOneOnly = COUNTS.every((count) => plurals.select(count) === (count === 1 ? "one" : "other"));
  return (message) => {
    if (typeof message === "string") return message;
    if (isOneOfOneOnly) return `${message["one"] ?? message["other"]}\uE014${message["other"]}`;
    return Object.entries(message)
      .map(([category, form]) => `${category}\uE013${form}`)
      .join("\uE012");
  };
}
