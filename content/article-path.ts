import type { Hub } from "./schema.ts";

type Version = { id: string; language: string };

/** `connect-your-crm.de.mdx` is the German version of `connect-your-crm.mdx`: one article, in files beside each other. */
export function parseArticlePath(path: string, standard: string): Version {
  const [, id = path, language = standard] = /^(.*?)(?:\.([A-Za-z-]+))?$/.exec(path.replace(/\.mdx$/, "")) ?? [];
  return { id, language };
}

/** Where that file is changed; null: `hub.yaml` does not say. */
export function editAddress({ edit, languages }: Pick<Hub, "edit" | "languages">, { id, language }: Version) {
  const folder = id.startsWith("learn/") ? "" : "articles/";
  return edit ? `${edit.url}${folder}${id}${language === languages[0] ? "" : `.${language}`}.mdx` : null;
}
