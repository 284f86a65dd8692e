import { hubIn } from "#content/languages.ts";
import type { Knowledge } from "#content/knowledge.ts";
import type { Hub } from "#content/schema.ts";
import { spokenSpeech } from "#content/words.ts";
import { createKnowledge, type KnowledgeIndex } from "./knowledge-index.ts";

type KnownBuild = { knowledge(): Knowledge };
type BuildSource = { current(): KnownBuild; onBuild(listener: (build: KnownBuild) => void): void };
type Spoken = Pick<Hub, "languages" | "translations" | "product" | "topics">;

/**
 * The index of the build that is served, in the language that is named, or that is spoken, or else the hub's first. Ask for it once a
 * request, so that one answer is from one build.
 */
export type OpenKnowledge = { current(language?: string): KnowledgeIndex };

/** Makes the index, and a new one after each switch to a new build. Answers that are under way keep the one they began with. */
export function openKnowledge(builds: BuildSource, hub: Spoken): OpenKnowledge {
  const [standard = "en"] = hub.languages;
  let known = builds.current().knowledge();
  let indexes = new Map([[standard, createKnowledge(known)]]);
  builds.onBuild((build) => {
    known = build.knowledge();
    indexes = new Map([[standard, createKnowledge(known)]]);
  });
  return {
    current(language) {
      const own = [language, spokenSpeech()?.language].find((each) => each && hub.languages.includes(each)) ?? standard;
      const index = indexes.get(own) ?? createKnowledge(knowledgeIn(known, own, hub));
      indexes.set(own, index);
      return index;
    },
  };
}

/** Every article in a language, or as it is where nobody has translated it; each at the address that it has there. */
export function knowledgeIn(knowledge: Knowledge, language: string, hub: Spoken): Knowledge {
  const titles = new Map(hubIn(hub, language).topics.map(({ id, title }) => [id, title]));
  const articles = knowledge.articles.map((article) => {
    const own = knowledge.translations?.find((each) => each.id === article.id && each.language === language);
    if (own) return own;
    return {
      ...article,
      url: `/${language}${article.url}`,
      topicTitle: titles.get(article.topic) ?? article.topicTitle,
    };
  });
  return { ...knowledge, articles };
}
