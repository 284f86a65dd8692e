import type { ElementContent } from "hast";
import rehypeParse from "rehype-parse";
import { unified } from "unified";
import { slugOf } from "#site/blocks/slug.ts";
import { readAll } from "../html/to-tree.ts";
import { noteHeadings } from "../links/anchors.ts";
import type { Report, Tell } from "../report.ts";
import { dayOf, fitKeywords, type ReadOptions, type Source, type SourceFiles, type SourcePage } from "../source.ts";
import { listVersions, type Version } from "./list-versions.ts";
import { readExport } from "./read-export.ts";
import { pathsOf, plainPath, readGuide } from "./read-guide.ts";

const BODY_MAX = 2_000_000;

/** Reads what Zendesk Guide's API answers, saved as JSON: articles, their translations, sections, categories. */
export function readZendesk({ root, files, languages, site, report, progress }: ReadOptions): Source {
  const found = readExport(files, report);
  const versions = listVersions(found, languages, report);
  const originals = new Map(versions.flatMap(({ id, place, language }) => (language ? [] : [[id, place] as const])));
  const pages = progress.each(
    "Reading",
    versions,
    ({ place }) => place,
    (version) => [readArticle({ version, original: originals.get(version.id), files, report })],
  );
  const [host] = versions.flatMap(({ html_url: url }) => (url && URL.parse(url)?.origin) ?? []);
  return {
    root,
    flavour: "zendesk",
    pages,
    navigation: readGuide(found, versions, languages),
    folders: new Map(),
    site: site ?? host,
    redirects: [],
    assets: [""],
    plainAddress: plainPath,
  };
}

type Read = { version: Version; original: string | undefined; files: SourceFiles; report: Report };

function readArticle({ version, original, files, report }: Read): SourcePage {
  const { id, place, language, body, html_url: url } = version;
  const tell = report.about(place);
  if ((body?.length ?? 0) > BODY_MAX) throw new Error(`It has ${body?.length} signs; ${BODY_MAX} are the most.`);
  const tree = unified()
    .use(rehypeParse, { fragment: true })
    .parse(body ?? "");
  const title = (version.title ?? version.name ?? "").trim();
  const page: SourcePage = {
    file: place,
    path: id,
    // the address that it had says what it was called first
    names: [id, slugOf(/\/articles\/\d+-([^/?#]+)/.exec(url ?? "")?.[1] ?? title) || id],
    title: title || undefined,
    titleApart: true,
    language,
    ...(language ? { original } : {}),
    addresses: pathsOf(url),
    updated: dayOf(version.edited_at) ?? dayOf(version.updated_at) ?? files.changed(version.file),
    draft: isDraft(version, tell),
    keywords: fitKeywords(version.label_names ?? []),
    order: version.position ?? undefined,
    tree: { type: "root", children: readAll(tree.children as ElementContent[], tell) },
  };
  noteHeadings(page.tree);
  return page;
}

/** What not everybody could read is not shown to everybody. */
function isDraft(version: Version, tell: Tell): boolean {
  const { draft, user_segment_id: one, user_segment_ids: several } = version;
  const isRestricted = one != null || (several?.length ?? 0) > 0;
  if (draft) tell(1, "draft", "Imported as a draft: no reader sees it. Take `draft: true` away when it is ready.");
  if (isRestricted)
    tell(
      1,
      "user_segment_id",
      "Only some people could read it: imported as a draft. The hub shows what it has to everybody.",
    );
  return Boolean(draft) || isRestricted;
}
