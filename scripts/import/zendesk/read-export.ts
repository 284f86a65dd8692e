import { z } from "zod";
import type { Report } from "../report.ts";
import type { SourceFiles } from "../source.ts";

const Id = z.union([z.number(), z.string()]).transform(String);
const Text = z.string().nullish();

/** An article in one language, as `/api/v2/help_center/{locale}/articles.json` has it; what is not read is left out. */
const Version = z.object({
  title: Text,
  name: Text,
  body: Text,
  locale: z.string(),
  html_url: Text,
  draft: z.boolean().nullish(),
  updated_at: Text,
  edited_at: Text,
});
export const ZendeskArticle = Version.extend({
  id: Id,
  section_id: Id.nullish(),
  position: z.number().nullish(),
  label_names: z.array(z.string()).nullish(),
  /** Who may read it; null: everybody. */
  user_segment_id: Id.nullish(),
  user_segment_ids: z.array(Id).nullish(),
  /** With `?include=translations`. */
  translations: z.array(Version).nullish(),
});
export type ZendeskArticle = z.infer<typeof ZendeskArticle>;

export const ZendeskSection = z.object({
  id: Id,
  name: z.string(),
  description: Text,
  category_id: Id.nullish(),
  /** Of a section within another. */
  parent_section_id: Id.nullish(),
  position: z.number().nullish(),
  locale: Text,
  html_url: Text,
});
export type ZendeskSection = z.infer<typeof ZendeskSection>;
export const ZendeskCategory = ZendeskSection.omit({ category_id: true, parent_section_id: true });
export type ZendeskCategory = z.infer<typeof ZendeskCategory>;

export type InFile<T> = T & { file: string };
export type ZendeskExport = {
  articles: InFile<ZendeskArticle>[];
  sections: InFile<ZendeskSection>[];
  categories: InFile<ZendeskCategory>[];
};

/** Everything that the folder's JSON has, whatever its files are called: what a file holds says what it is. */
export function readExport(files: SourceFiles, report: Report): ZendeskExport {
  const found: ZendeskExport = { articles: [], sections: [], categories: [] };
  for (const file of files.names.filter((name) => name.endsWith(".json"))) {
    const text = files.read(file);
    const data = text === null ? null : parse(text, file, report);
    const read = <T>(key: string, schema: z.ZodType<T>) =>
      readList(data?.[key], { key, file, schema, report }).map((each) => ({ ...each, file }));
    found.articles.push(...read("articles", ZendeskArticle));
    found.sections.push(...read("sections", ZendeskSection));
    found.categories.push(...read("categories", ZendeskCategory));
  }
  return found;
}

function parse(text: string, file: string, report: Report): Record<string, unknown> | null {
  try {
    const data: unknown = JSON.parse(text);
    return typeof data === "object" && data !== null ? (data as Record<string, unknown>) : null;
  } catch {
    report.about(file)(1, file, "It is no JSON: fetch it again, as docs/import.md says.");
    return null;
  }
}

type List<T> = { key: string; file: string; schema: z.ZodType<T>; report: Report };

function readList<T>(list: unknown, { key, file, schema, report }: List<T>): T[] {
  if (!Array.isArray(list)) return [];
  return list.flatMap((each: unknown, index) => {
    const parsed = schema.safeParse(each);
    if (parsed.success) return [parsed.data];
    const [issue] = parsed.error.issues;
    const place = `${key}[${index}].${issue?.path.join(".") ?? ""}`;
    report.about(file)(1, place, `Not imported: it is not as Zendesk's API has it (${issue?.message}).`);
    return [];
  });
}
