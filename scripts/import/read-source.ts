import { isHtml, readHtml } from "./html/read-html.ts";
import { FLAVOURS, recogniseFlavour } from "./markdown/flavour.ts";
import { readMarkdown } from "./markdown/read-markdown.ts";
import type { ReadOptions, Source, SourceFiles } from "./source.ts";
import { readZendesk } from "./zendesk/read-zendesk.ts";

type Options = Omit<ReadOptions, "base"> & { flavour?: string };

const ALL = [...FLAVOURS, "html", "zendesk"] as const;
type Kind = (typeof ALL)[number];

/** Reads the source as what `flavour` says, or as what it looks like. @throws Error when it is not one. */
export function readSource(options: Options): Source {
  const { files, flavour: asked } = options;
  const flavour = asked === undefined ? recognise(files) : ALL.find((kind) => kind === asked);
  if (!flavour) throw new Error(`There is no flavour "${asked}"; there are ${ALL.join(", ")}.`);
  const site = options.site && URL.parse(options.site);
  if (site === null) throw new Error(`--site is no address: write it as https://docs.example.com/guides/`);
  const base = site ? `${site.pathname}/` : undefined;
  if (flavour === "html") return readHtml({ ...options, base });
  if (flavour === "zendesk") return readZendesk({ ...options, base });
  return readMarkdown({ ...options, flavour, base });
}

function recognise(files: SourceFiles): Kind {
  const { names } = files;
  const pages = names.filter(isHtml).length;
  const texts = names.filter((name) => /\.(?:mdx?|markdown)$/i.test(name)).length;
  const isExport = (name: string) => name.endsWith(".json") && /"articles"\s*:\s*\[/.test(files.read(name) ?? "");
  if (pages + texts === 0 && names.some(isExport)) return "zendesk";
  return pages > texts ? "html" : recogniseFlavour(files);
}
