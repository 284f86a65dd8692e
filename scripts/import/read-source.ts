import { FLAVOURS } from "./markdown/flavour.ts";
import { readMarkdown } from "./markdown/read-markdown.ts";
import type { ReadOptions, Source } from "./source.ts";

type Options = Omit<ReadOptions, "base"> & { flavour?: string };

const ALL = [...FLAVOURS, "html", "zendesk"];

/** Reads the source as what it is, or as what `flavour` says. */
export function readSource(options: Options): Source {
  const { flavour } = options;
  if (flavour && !ALL.includes(flavour))
    throw new Error(`There is no flavour "${flavour}"; there are ${ALL.join(", ")}.`);
  const site = options.site && URL.parse(options.site);
  if (site === null) throw new Error(`--site is no address: write it as https://docs.example.com/guides/`);
  const base = site ? `${site.pathname}/` : undefined;
  return readMarkdown({ ...options, flavour, base });
}
