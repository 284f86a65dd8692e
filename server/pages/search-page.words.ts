import { defineWords } from "#content/words.ts";

export const searchPageWords = defineWords("searchPage", {
  everything: "Everything",
  anyCrm: "Any CRM",
  filters: "Filters",
  topic: "Topic",
  search: "Search",
  topics: "Topics",
  search2: "Search: {q}",
  ask: "Ask",
  searchTheArticles: "Search the articles",
  articles: { one: "{count} article", other: "{count} articles" },
  sections: { one: "{count} section", other: "{count} sections" },
  sectionsIn: "{sections} in {articles}",
  nothingWasFound: "Nothing was found",
  readAs: ", read as",
  noArticleHasThese: "No article has these words. We have noted the search, so that one can be written.",
  nearest: "Nearest to it",
  searchAllArticles: "Search all articles",
  askThis: "Ask this",
  askAPerson: "Ask a person",
});
