import { readNav } from "../navigation/mkdocs.ts";
import { stringIn, type Data } from "../data.ts";

/** What mkdocs.yml says of the whole. `names`: every file of the source. */
export function readMkdocsSettings(config: Data, names: string[]) {
  const folder = `${(stringIn(config, "docs_dir") ?? "docs").replace(/^\.\//, "")}/`;
  const pagesIn = names.some((name) => name.startsWith(folder)) ? folder : "";
  const site = URL.parse(stringIn(config, "site_url") ?? "");
  return {
    navigation: readNav(config["nav"]),
    assets: [pagesIn, ""],
    pagesIn,
    base: site?.pathname ?? "/",
    origin: site?.origin,
  };
}
