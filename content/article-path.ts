import type { Hub } from "./schema.ts";

type Version = { id: string; language: string };

/** `connect-your-crm.de.mdx` is the German version of `connect-your-crm.mdx`: one article, in files beside each other. */
export function parseArticlePath(path: string, standard: string): Version {
  const [, id = path, language = standard] = /^(.*?)(?:\.([A-Za-z-]+))?$/.exec(path.replace(/\.mdx$/, "")) ?? [];
  return { id, language };
}

/** Where that file stands in the content folder. `language`: of a translation. */
export const articleFile = (id: string, language?: string): string =>
  `${id.startsWith("learn/") ? "" : "articles/"}${id}${language ? `.${language}` : ""}.mdx`;

export const PARTS_FOLDER = "parts";
/** Where a passage stands that articles share. `language`: of a translation. */
export const partFile = (name: string, language?: string): string =>
  `${PARTS_FOLDER}/${name}${language ? `.${language}` : ""}.mdx`;

/** Where films stand that `<Video>` shows, with their pictures and captions. */
export const VIDEOS_FOLDER = "videos";

/** Its page in the default language: `crm/connect` → `/articles/crm/connect/`, `learn/plan` → `/learn/plan/` */
export const urlOf = (id: string): string => (id.startsWith("learn/") ? `/${id}/` : `/articles/${id}/`);

/** Where it is changed; null: `hub.yaml` does not say. */
export const editAddress = (hub: Pick<Hub, "edit" | "languages">, { id, language }: Version): string | null =>
  editFileAddress(hub, articleFile(id, language === hub.languages[0] ? undefined : language));

/** The same of a file within the content. */
export const editFileAddress = ({ edit }: Pick<Hub, "edit">, file: string): string | null =>
  edit ? edit.url + file : null;
