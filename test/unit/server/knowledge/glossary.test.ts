import { describe, expect, it } from "vitest";
import { createKnowledge } from "#server/knowledge/knowledge-index.ts";
import { prose, sampleArticle, sampleKnowledge } from "#test/fakes/knowledge.ts";

const knowledge = createKnowledge({
  ...sampleKnowledge,
  glossary: [
    { say: ["how much is it"], means: ["price"] },
    { say: ["not … show up", "not in hubspot", "not … contact in"], means: ["some people never arrive"] },
  ],
  articles: [
    sampleArticle("syncing/missing", "Who is missing", {
      "": prose("Some people never arrive, and nothing says why."),
    }),
    sampleArticle("syncing/hubspot", "HubSpot", { "": prose("HubSpot has contacts.") }),
    sampleArticle("syncing/price", "Price", { "": prose("The price is not in these articles.") }),
    sampleArticle("syncing/how", "Setting up", { "": prose("How much time it takes to set it up.") }),
  ],
});

const found = (text: string) => knowledge.search(text).passages.map(({ passage }) => passage.article.id);

describe("the glossary", () => {
  it("knows what is said in words that tell nothing one by one", () => {
    expect(found("how much is it with Zendesk")).toEqual(["syncing/price"]);
    expect(found("is it much with Zendesk")).toEqual([]);
  });

  it.each([
    "why don't they show up",
    "these did not show up",
    "they do not all show up",
    "why havent the new ones ever show up",
    "they arent in HubSpot",
    "why isn’t my contact in there",
  ])("hears a “not” in every form, with words between: %s", (question) => {
    expect(found(question)).toContain("syncing/missing");
  });

  it.each(["do they show up", "is my contact in there", "not one of all those that we sent shows up"])(
    "hears none where there is none, or far from it: %s",
    (question) => {
      expect(found(question)).not.toContain("syncing/missing");
    },
  );

  it("tells more by a “not” than by the words beside it", () => {
    const asked = (text: string) => knowledge.read(text).terms.map(({ word }) => word);
    expect(asked("they are not in HubSpot")).toEqual(["hubspot", "not in hubspot"]);
    expect(asked("they arent in HubSpot")).toEqual(["hubspot", "not in hubspot"]);
    expect(asked("they are in HubSpot")).toEqual(["hubspot"]);
  });

  it("hears the longest of two sayings of a “not”, and not the other one as well", () => {
    const two = createKnowledge({
      ...sampleKnowledge,
      glossary: [
        { say: ["not work"], means: ["error"] },
        { say: ["sync … not work"], means: ["some people never arrive"] },
      ],
    });
    const asked = (text: string) => two.read(text).terms.map(({ word }) => word);
    expect(asked("the sync does not work")).toEqual(["sync", "sync not work"]);
    expect(asked("the mapping does not work")).toContain("not work");
  });
});
