import { describe, expect, it } from "vitest";
import type { KnowledgeArticle } from "#content/knowledge.ts";
import { Answer } from "#server/features/ask/ask.schema.ts";
import { SearchResults } from "#server/features/search/search.schema.ts";
import { prose, sampleArticle, sampleKnowledge } from "#test/fakes/knowledge.ts";
import { openTestHub } from "#test/support/hub.ts";
import { withJson } from "#test/support/request.ts";

const inEnglish = sampleArticle("syncing/missing", "Contacts are missing", {
  "": prose("Contacts are missing because existing contacts are set to Do nothing."),
});
const untranslated = sampleArticle("syncing/webhooks", "Webhooks", { "": prose("Webhooks are not offered here.") });
const version = (language: string, title: string, text: string): KnowledgeArticle => ({
  ...sampleArticle("syncing/missing", title, { "": prose(text) }, { language }),
  url: `/${language}/articles/syncing/missing/`,
});
const translations = [
  version("de", "Kontakte fehlen", "Kontakte fehlen, weil für vorhandene Kontakte „Nichts tun“ gewählt ist."),
  version(
    "ja",
    "連絡先が同期されない",
    "既存の連絡先は何もしない設定のため、同期されません。設定を更新に変更してください。",
  ),
  version("zh", "联系人没有同步", "现有联系人被设置为不执行任何操作,因此没有同步。请将设置改为更新。"),
];
const knowledge = { ...sampleKnowledge, articles: [inEnglish, untranslated], translations };
const { app } = await openTestHub({ knowledge, hub: { languages: ["en", "de", "ja", "zh"] } });

const search = async (language: string, q: string) => {
  const headers = { "accept-language": language };
  return SearchResults.parse(
    await (await app.request(`/api/search?${new URLSearchParams({ q })}`, { headers })).json(),
  );
};
const ask = async (language: string, question: string) =>
  Answer.parse(
    await (
      await app.request(
        "/api/ask",
        withJson("POST", { question }, { accept: "application/json", "accept-language": language }),
      )
    ).json(),
  );

describe("a hub of several languages", () => {
  it.each([
    ["en", "missing contacts", "/articles/syncing/missing/"],
    ["de", "fehlende kontakte", "/de/articles/syncing/missing/"],
    ["ja", "連絡先 同期", "/ja/articles/syncing/missing/"],
    ["ja", "同期されない", "/ja/articles/syncing/missing/"],
    ["zh", "联系人同步", "/zh/articles/syncing/missing/"],
  ])("finds articles in the language of the page (%s: %s)", async (language, q, url) => {
    const { hits } = await search(language, q);
    expect(hits[0]).toMatchObject({ articleId: "syncing/missing", url });
  });

  it("finds what nobody has translated, in the frame of the page's language", async () => {
    const { hits } = await search("de", "webhooks");
    expect(hits[0]).toMatchObject({ title: "Webhooks", url: "/de/articles/syncing/webhooks/" });
  });

  it("answers in the language of the question, wherever it is asked", async () => {
    const found = async (language: string, question: string) => {
      const { sources, nearest } = await ask(language, question);
      return [...sources, ...nearest][0]?.url;
    };
    expect(await found("en", "Warum fehlen die Kontakte?")).toContain("/de/articles/syncing/missing/");
    expect(await found("en", "連絡先が同期されないのはなぜですか")).toContain("/ja/articles/syncing/missing/");
    expect(await found("en", "联系人为什么没有同步")).toContain("/zh/articles/syncing/missing/");
  });

  it("says its own sentences in the language of the page", async () => {
    expect((await ask("de", "xylophone zebra")).sentences[0]?.text).toBe("Das wurde in den Artikeln nicht gefunden.");
    expect((await ask("en", "xylophone zebra")).sentences[0]?.text).toBe("That was not found in the articles.");
  });
});

describe("pages that the server writes", () => {
  it.each(["/de/search/", "/de/ask/", "/de/privacy/", "/de/sign-in/", "/de/receipts/unknown"])("%s", async (path) => {
    const english = await (await app.request(path.slice(3))).text();
    const german = await (await app.request(path)).text();
    expect(english.match(/<h1>([^<]+)/)?.[1]).toBeTruthy();
    expect(german.match(/<h1>([^<]+)/)?.[1]).not.toBe(english.match(/<h1>([^<]+)/)?.[1]);
  });

  it("what leads nowhere says so in the language of its address", async () => {
    const response = await app.request("/de/nirgends/");
    expect(response.status).toBe(404);
    expect(await response.text()).toContain("Hier ist keine Seite");
  });

  it("the API has one address, whatever the language", async () => {
    expect((await app.request("/de/api/search?q=x")).status).toBe(404);
  });
});
