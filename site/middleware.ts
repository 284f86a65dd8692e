/** Every page is written in the language of its address, and leads to pages of that language. */
import type { MiddlewareHandler } from "astro";
import { languageOfPath, localizeLinks } from "#content/languages.ts";
import { speakIn } from "#content/words.ts";
import { hub, speeches } from "./settings.ts";

export const onRequest: MiddlewareHandler = ({ url }, next) => {
  const language = languageOfPath(hub, url.pathname);
  const speech = speeches.find((each) => each.language === language);
  if (!speech) return next();
  return speakIn(speech, async () => {
    const response = await next();
    if (!response.headers.get("content-type")?.startsWith("text/html")) return response;
    // a page is written while it is read: within this language, therefore
    return new Response(localizeLinks(hub, language, await response.text()), response);
  });
};
