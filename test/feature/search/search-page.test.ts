import { describe, expect, it } from "vitest";
import { searches } from "#db/schema/ask.ts";
import { sampleKnowledge } from "#test/fakes/knowledge.ts";
import { openTestHub } from "#test/support/hub.ts";

const { app, db } = await openTestHub({ knowledge: sampleKnowledge });

const open = async (query: string) => {
  const response = await app.request(`/search/${query}`);
  return { status: response.status, page: (await response.text()).replace(/\s+/g, " ") };
};

describe("the search page, without script", () => {
  it("lists articles with the sections that match, marked, and offers to ask", async () => {
    const { status, page } = await open("?q=converted+lead");
    expect(status).toBe(200);
    expect(page).toContain("<title>Search: converted lead</title>");
    expect(page).toContain('href="/articles/syncing/contacts-not-syncing/#salesforce-refuses-converted-leads"');
    expect(page).toContain("<mark>converted</mark>");
    expect(page).toContain('href="/ask/?q=converted+lead"');
  });

  it("says what it read a typing error as", async () => {
    expect((await open("?q=salesfroce")).page).toContain("read as <b>salesforce</b>");
  });

  it("offers filters as links that keep the search and each other", async () => {
    const { page } = await open("?q=salesforce&topic=integrations");
    expect(page).toContain('href="/search/?q=salesforce&amp;topic=integrations" aria-current="true"');
    expect(page).toContain('href="/search/?q=salesforce&amp;topic=integrations&amp;integration=hubspot"');
    expect(page).not.toContain("/articles/syncing/");
  });

  it("says that nothing was found, notes it, and shows ways on", async () => {
    const { page } = await open("?q=pizza+for+jane@example.com");
    expect(page).toContain("Nothing was found");
    expect(page).toContain('href="/contact/?question=pizza+for+jane%40example.com"');
    expect(page).toContain('href="/topics/integrations/"');
    expect(await db.select({ text: searches.text, results: searches.results }).from(searches)).toEqual([
      { text: "pizza for [address]", results: 0 },
    ]);
  });

  it("names what is nearest where a filter leaves nothing, and takes that for no gap", async () => {
    await db.delete(searches);
    const { page } = await open("?q=converted+lead&topic=integrations&integration=servicetitan");
    expect(page).toMatch(/Nothing was found.*Nearest to it.*href="\/articles\/syncing\/contacts-not-syncing\/"/);
    expect(page).not.toContain("No article has these words");
    expect(page).toContain('<a href="/search/?q=converted+lead">Search all articles</a>');
    expect(await db.$count(searches)).toBe(0);
  });

  it("shows what was typed as text", async () => {
    const { page } = await open(`?q=${encodeURIComponent('"><script>run()</script>')}`);
    expect(page).not.toContain("<script>run()");
  });

  it.each(["", "?q=", "?q=%20", "?q=crm&topic=none&integration=fax"])("is a page for %j too", async (query) => {
    expect((await open(query)).status).toBe(200);
  });
});
