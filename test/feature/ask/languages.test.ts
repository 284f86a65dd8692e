import { describe, expect, it } from "vitest";
import { Answer } from "#server/features/ask/ask.schema.ts";
import { prose, sampleArticle, sampleKnowledge } from "#test/fakes/knowledge.ts";
import { postAsk } from "#test/support/ask.ts";
import { openTestHub } from "#test/support/hub.ts";

const said = { "": prose("Tenant ID: 1–2 business days.") };
const inGerman = sampleArticle("de/tenant", "Tenant ID", said, { language: "de" });
const inEnglish = sampleArticle("en/tenant", "Tenant ID", said, { language: "en" });
const articles = [...sampleKnowledge.articles, inEnglish, inGerman];
const { app } = await openTestHub({ knowledge: { ...sampleKnowledge, articles } });

it.each([
  ["de-AT, en;q=0.5", "de/tenant"],
  ["en-GB, de;q=0.5", "en/tenant"],
])("a browser that asks for “%s” gets the article in that language", async (wanted, id) => {
  const response = await postAsk(app, { question: "tenant id business days" }, { language: wanted });
  const { sources } = Answer.parse(await response.json());
  expect(sources[0]?.articleId).toBe(id);
});

describe("what leads from one quote to the next", async () => {
  const trouble = (symptom: string, cause: string, fix: string, verify: string) => ({
    "": [{ type: "troubleshoot" as const, id: "window", symptom, cause, fix, verify }],
  });
  const german = trouble("Das Fenster öffnet sich nicht", "Der Browser sperrt es.", "Erlauben Sie es.", "Es ist da.");
  const english = trouble("No bookings are made", "The value is wrong.", "Copy it again.", "A booking appears.");
  const hub = await openTestHub({
    hub: { languages: ["en", "de"] },
    knowledge: {
      ...sampleKnowledge,
      articles: [
        sampleArticle("syncing/window", "Fenster", german, { language: "de" }),
        sampleArticle("syncing/bookings", "Bookings", english),
      ],
    },
  });
  const say = async (question: string, wanted?: string) => {
    const answer = Answer.parse(await (await postAsk(hub.app, { question }, { language: wanted })).json());
    return answer.sentences.filter(({ citations }) => citations.length === 0).map(({ text }) => text);
  };

  it("is said in the language of the article, whichever the page has", async () => {
    expect(await say("Das Fenster öffnet sich nicht")).toContain("Sie sehen, dass es geklappt hat, an Folgendem:");
    expect(await say("No bookings are made", "de")).toContain("It worked when you see this:");
  });

  it("is marked as such on a page in another", async () => {
    const body = new URLSearchParams({ q: "No bookings are made" });
    const page = await (await hub.app.request("/de/ask/", { method: "POST", body })).text();
    expect(page).toMatch(/<p class="said gap leads" lang="en">It worked when you see this:/);
  });
});
