import MiniSearch from "minisearch";
import { tellingWords, type OpenEngine } from "./engine.ts";

/** MiniSearch with its defaults and the title boosted; stop words left out as for the others. */
export const openMiniSearch: OpenEngine = (docs) => {
  const index = new MiniSearch({ fields: ["title", "text"], searchOptions: { boost: { title: 5 } } });
  index.addAll(docs.map(({ title, text }, id) => ({ id, title, text })));
  return {
    rank: (query) =>
      index
        .search(tellingWords(query).join(" "))
        .slice(0, 10)
        .flatMap(({ id }) => docs[id as number]?.id ?? []), // the ids that were added
    close: () => {},
  };
};
