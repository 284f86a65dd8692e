import { html } from "hono/html";
import { marksOf } from "#content/direction.ts";
import { speech } from "#content/words.ts";
import type { Html } from "./shell.ts";

/** The attributes of a text that may be in another language than the page: `<span ${langOf(article)}>`. */
export function langOf({ language = speech().language }: { language?: string | undefined }): Html | "" {
  const { lang, dir } = marksOf(language, speech().language);
  if (!lang) return "";
  return dir ? html`lang="${lang}" dir="${dir}"` : html`lang="${lang}"`;
}
