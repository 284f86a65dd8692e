import { readSummary } from "../navigation/gitbook.ts";
import { withoutExtension, withoutIndex } from "../source.ts";
import { isData, stringIn, type Data } from "../data.ts";

/** `.gitbook.yaml` says where the pages lie and which addresses lead on, `SUMMARY.md` how they are grouped. */
export function readGitBookSettings(config: Data, read: (name: string) => string) {
  const root = (stringIn(config, "root") ?? "").replace(/^\.?\/+|\/+$/g, "");
  const pagesIn = root ? `${root}/` : "";
  const structure = stringIn(config, "structure.summary")?.replace(/^\.?\/+/, "") ?? "SUMMARY.md";
  const moved = isData(config["redirects"]) ? Object.entries(config["redirects"]) : [];
  return {
    navigation: readSummary(read(pagesIn + structure)),
    navigationIn: pagesIn + structure,
    redirects: moved.flatMap(([from, to]): [string, string][] =>
      typeof to === "string" ? [[from, withoutIndex(withoutExtension(to))]] : [],
    ),
    assets: [pagesIn, ""],
    pagesIn,
  };
}
