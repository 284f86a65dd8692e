import { describe, expect, it } from "vitest";
import type { Knowledge, KnowledgeBlock, KnowledgeSection } from "#content/knowledge.ts";
import { PROSE_AT_MOST } from "#server/features/ask/write-extractive.ts";
import { SAY } from "#server/features/ask/answer.words.ts";
import { createKnowledge, type KnowledgeIndex } from "#server/knowledge/knowledge-index.ts";
import { prose, sampleArticle, sampleKnowledge } from "#test/fakes/knowledge.ts";
import { hubOf, write } from "#test/support/quotes.ts";
import { findSets, readSet } from "#test/eval/support/sets.ts";
import { toKnowledge } from "#test/eval/support/set-knowledge.ts";

const squeeze = (text: string) => text.replace(/\s+/g, " ").trim();

/**
 * What a reader may find where a link leads: the prose, with a sign where a block ends that has none, each step and each part
 * of a troubleshooting block.
 */
function saysOf(blocks: KnowledgeBlock[]): string[] {
  const running = blocks
    .filter((block) => block.type === "prose")
    .map(({ text, item }) => (/[.!?…:;,][”"’)\]]*$/.test(text) ? text : `${text}${item ? ";" : "."}`))
    .join(" ");
  return [
    squeeze(running),
    ...blocks.flatMap((block) => {
      if (block.type === "troubleshoot") return [block.cause, block.fix, block.verify];
      if (block.type !== "step") return [];
      const title = /[.!?]$/.test(block.title) ? block.title : `${block.title}.`;
      return [`${block.number}. ${title} ${block.text}`.trim(), block.expect ?? ""];
    }),
  ];
}

const opened = ({ id, blocks }: KnowledgeSection, anchor: string) =>
  id === anchor ? blocks : blocks.filter((block) => block.type !== "prose" && block.id === anchor);

/** Holds every answer to its promise, and returns how many pieces were quoted. */
function holdQuotes(knowledge: Knowledge, questions: string[]): number {
  const index = createKnowledge(knowledge);
  let quoted = 0;
  for (const question of questions) {
    const { sources, pieces } = write(index, question);
    const cited = pieces.filter(({ text, citations }) => {
      if (citations.length === 0) expect(text, question).toBe(SAY.verifyLead);
      return citations.length > 0;
    });
    let characters = 0;
    const articles = new Set<string>();
    for (const { text, citations } of cited) {
      const source = sources.find(({ source: { n } }) => citations.length === 1 && n === citations[0])?.source;
      const article = index.articles.get(source?.articleId ?? "");
      expect(source?.url.split("#")[0], `${question}: ${text}`).toBe(article?.url);
      const blocks = article?.sections.flatMap((section) => opened(section, source?.section ?? "")) ?? [];
      const says = saysOf(blocks);
      const isProse = says[0]?.includes(squeeze(text)) ?? false;
      expect(isProse || says.slice(1).includes(text), `${question} → ${source?.url}: ${text}`).toBe(true);
      if (isProse) characters += text.length;
      articles.add(source?.articleId ?? "");
      quoted++;
    }
    expect(characters, question).toBeLessThanOrEqual(PROSE_AT_MOST);
    expect(articles.size, question).toBeLessThanOrEqual(2);
    if (sources.length > 0) expect(cited.length, `nothing is said to: ${question}`).toBeGreaterThan(0);
  }
  return quoted;
}

const questionsOf = ({ articles }: Knowledge) =>
  articles.flatMap(({ title, sections }) => [
    title,
    `How do I ${title}?`,
    ...sections.flatMap(({ heading, blocks }) => [
      heading,
      ...blocks.map((block) => (block.type === "prose" ? block.text : JSON.stringify(block))),
    ]),
  ]);

/** Sets whose questions have answers. */
const sets = (findSets() ?? []).map(readSet).filter(({ queries }) => queries.some(({ answers }) => answers.length > 0));
if (sets.length === 0)
  process.stdout.write("No public sets here (EVAL_DATA): quotes are held word for word in our own articles alone.\n");

describe("every piece stands word for word where its link leads, in at most 600 characters of at most two articles", () => {
  it("in a hub's articles", () => {
    expect(holdQuotes(sampleKnowledge, questionsOf(sampleKnowledge))).toBeGreaterThan(40);
  });

  it.each(sets)("in the public set $name", ({ docs, queries }) => {
    const some = queries.filter((_, at) => at % Math.ceil(queries.length / 150) === 0).map(({ query }) => query);
    expect(holdQuotes(toKnowledge(docs), some)).toBeGreaterThan(some.length);
  });
});

const items = (...texts: string[]): KnowledgeBlock[] => texts.map((text) => ({ type: "prose", text, item: true }));
const textsOf = (index: KnowledgeIndex, question: string) => write(index, question).pieces.map(({ text }) => text);

describe("an answer of the articles' own words", () => {
  it("says nothing where nothing was found", () => {
    expect(textsOf(hubOf({ "": prose("Corals grow slowly.") }), "xylophone")).toEqual([]);
  });

  it("keeps a label with what it announces", () => {
    const index = hubOf({ "": prose("Corals grow slowly.", "Staghorn coral:", "Ten centimetres in a year.") });
    expect(textsOf(index, "How fast does staghorn coral grow?").join(" ")).toContain(
      "Staghorn coral: Ten centimetres in a year.",
    );
  });

  it("quotes nothing of a passage that only says what its article is about, or that has no prose", () => {
    const summary = "What staghorn coral needs, and how it grows.";
    expect(textsOf(hubOf({ "": prose(summary) }, summary), "staghorn coral needs")).toEqual([]);
  });

  it("parts the items of a list that have no sign, and a summary from what follows", () => {
    const index = hubOf({
      "": [
        ...prose("How corals grow and what they need", "Staghorn coral needs three things:"),
        ...items("Light", "Warmth", "Time"),
      ],
    });
    expect(textsOf(index, "what does staghorn coral need")).toContain(
      "Staghorn coral needs three things: Light; Warmth; Time",
    );
  });

  it("leaves out titles and bare links", () => {
    const index = hubOf({ "": prose("Read about coral bleaching", "Coral bleaching comes from warm water.") });
    expect(textsOf(index, "coral bleaching")).toEqual(["Coral bleaching comes from warm water."]);
  });

  it("follows a section's order, whatever the order of what was asked", () => {
    const index = hubOf({
      "": prose("Corals need light."),
      Growth: prose("Staghorn coral grows ten centimetres in a year.", "Storms break staghorn coral into pieces."),
    });
    const said = textsOf(index, "storms break staghorn coral, how much does it grow in a year?").join(" ");
    expect(said.indexOf("ten centimetres")).toBeGreaterThanOrEqual(0);
    expect(said.indexOf("Storms break")).toBeGreaterThan(said.indexOf("ten centimetres"));
  });

  it("begins with the section that answers, wherever it stands", () => {
    const index = hubOf({
      "": prose("Winter storms come from the north, and staghorn coral grows again by spring."),
      Damage: prose("Winter storms break staghorn coral into pieces."),
    });
    expect(textsOf(index, "do winter storms break staghorn coral")).toEqual([
      "Winter storms break staghorn coral into pieces.",
      "Winter storms come from the north, and staghorn coral grows again by spring.",
    ]);
  });

  it("gives a sentence that leans on another together with it", () => {
    const index = hubOf({
      "": prose(
        `Brain corals are the slowest of the reef and live for nine hundred years. They need clean water for it, as all
        corals do. Divers come to this bay in spring, and most of them come again in the autumn.`.replace(/\s+/g, " "),
      ),
    });
    expect(textsOf(index, "need clean water")[0]).toContain("nine hundred years. They need clean water");
  });

  const entries = items(
    "HubSpot: 409: the coral is there already. HubSpot allows one.",
    "HubSpot: RATE_LIMITS (429): too many corals. Wait.",
    "Intercom: 409: the coral is there already. Intercom allows one.",
  );

  it("gives the entry of a code whole, and no other", () => {
    expect(textsOf(hubOf({ Codes: entries }), "RATE_LIMITS corals")).toEqual([
      "HubSpot: RATE_LIMITS (429): too many corals. Wait.",
    ]);
  });

  it("goes by an entry within its own article: another one may tell more of the code", () => {
    const index = createKnowledge({
      version: 1,
      glossary: [],
      articles: [
        sampleArticle("topic/limits", "RATE_LIMITS: why corals are refused", {
          "": prose(
            "Too many corals at once are refused by the reef with the code RATE_LIMITS, until a minute has gone by.",
          ),
        }),
        sampleArticle("topic/codes", "Codes of refused corals", { "Why corals are refused": entries }),
      ],
    });
    expect(textsOf(index, "Why are corals refused with RATE_LIMITS?")[0]).toMatch(/^Too many corals at once/);
  });

  it("gives what stands under the label that is asked about", () => {
    expect(textsOf(hubOf({ Codes: entries }), "intercom 409 coral")).toEqual([
      "Intercom: 409: the coral is there already. Intercom allows one.",
    ]);
  });

  it("gives a short list with what announces it, all of it, line by line", () => {
    const lead = prose("A reef needs three things:");
    const list = [...lead, ...items("Warm water.", "Much light.", "A hard ground."), ...prose("A reef is patient.")];
    expect(textsOf(hubOf({ Needs: list }), "what things does a reef need")).toEqual([
      "A reef needs three things:",
      "Warm water.",
      "Much light.",
      "A hard ground.",
    ]);
    const names = [...lead, ...items("Warm water", "Much light", "A hard ground")];
    expect(textsOf(hubOf({ Needs: names }), "what things does a reef need")).toEqual([
      "A reef needs three things: Warm water; Much light; A hard ground",
    ]);
  });

  it("does not say the same twice", () => {
    const index = hubOf({
      "": prose("Reefs suffer from heat, from storms and from starfish."),
      Heat: prose("Of heat, storms and starfish, reefs suffer most in summer."),
      Help: prose("Reefs grow back within ten years of a storm."),
    });
    const said = textsOf(index, "from what do reefs suffer, heat or storms").join(" ");
    expect(said).not.toMatch(/from starfish.*Of heat|Of heat.*from starfish/);
  });

  it("leaves out what a summary announces", () => {
    const summary = "Corals grow slowly. How fast corals grow, and why.";
    const index = hubOf({ "": prose(summary, "Staghorn coral is the fastest of all.") }, summary);
    expect(textsOf(index, "how fast do corals grow").join(" ")).not.toContain("and why");
  });

  describe("steps and troubleshooting", () => {
    const step = (number: number, title: string) =>
      ({ type: "step", id: `s${number}`, number, title, text: "Take your time." }) as const;
    const trouble = {
      type: "troubleshoot",
      id: "t",
      symptom: "The map of the coral is empty",
      cause: "The coral is not on the map.",
      fix: "Map the coral again.",
      verify: "The map shows the coral.",
    } as const;
    const index = hubOf({ "Map the coral": [step(1, "Find the coral"), step(2, "Draw the map"), trouble] });

    it("are the steps for who asks how something is done", () => {
      expect(textsOf(index, "how do I map the coral")[0]).toMatch(/^1\. Find the coral/);
    });

    it("are the cause and the fix for who has the trouble", () => {
      expect(textsOf(index, "the map of my coral is empty, what is wrong")[0]).toBe("The coral is not on the map.");
    });

    it("are the steps where the best passage stands beside them", () => {
      const beside = hubOf({
        "Map the coral": [step(1, "Find it"), step(2, "Draw it"), ...prose("A coral that was not mapped is lost.")],
      });
      expect(textsOf(beside, "how do I get a lost coral mapped")[0]).toMatch(/^1\. Find it/);
    });
  });

  it("cuts a list without end into parts that fit", () => {
    const list = Array.from({ length: 60 }, (_, at) => `the coral of station number ${at}`).join("; ");
    const said = textsOf(hubOf({ "": prose(list) }), "coral of station number 7");
    expect(said.join(" ").length).toBeLessThanOrEqual(PROSE_AT_MOST);
    expect(said.join(" ")).toContain("number 7;");
  });

  it("prefers a sentence with a number to one without where one asks how many", () => {
    const more = Array.from(
      { length: 12 },
      (_, at) => `Divers of group ${"abcdefghijkl"[at]} saw coral on the reef in spring and came again.`,
    );
    const index = hubOf({
      "": prose("The coral species of the reef are well known.", "Its waters hold 411 coral species.", ...more),
    });
    expect(textsOf(index, "How many coral species are there?").join(" ")).toContain("411");
  });
});
