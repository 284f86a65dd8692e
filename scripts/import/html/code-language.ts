import type { Element } from "hast";
import { classesOf, propertyOf } from "./elements.ts";

const NAMED = /^(?:language|lang|highlight-source|highlight|source)-([\w+#.-]+)$/;

/** Of code, as highlighters note it: `language-js`, `lang-js`, `highlight-source-js`, `data-language`. */
export function codeLanguageOf(element: Element): string | undefined {
  const said = propertyOf(element, "dataLanguage") ?? propertyOf(element, "dataLang");
  return (
    said ??
    classesOf(element)
      .map((name) => NAMED.exec(name)?.[1])
      .find((name) => name !== undefined)
  );
}
