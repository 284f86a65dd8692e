import { describe, expect, it } from "vitest";
import type { Knowledge } from "#content/knowledge.ts";
import type { Question } from "#content/questions.ts";
import type { Answer } from "#server/features/ask/ask.schema.ts";
import { changedArticles } from "../../../scripts/questions/changed-articles.ts";
import { createJudge } from "../../../scripts/questions/judge-answer.ts";
import { tellMisses } from "../../../scripts/questions/tell-misses.ts";
import { tellFall, tellShortfall } from "../../eval/support/measure-hub.ts";

const question = (...answer: string[]): Question => ({ ask: "how do i connect", answer, line: 7 });

/** An answer with a sentence for each source, which is named as `<topic>/<slug>#<anchor>`. */
function answers(verdict: Answer["verdict"], ...cited: string[]): Answer {
  const sources = cited.map((name, index) => {
    const [articleId = "", section = ""] = name.split("#");
    return { n: index + 1, articleId, section, title: name, url: `/${name}` };
  });
  const sentences = [
    { text: "Of the hub's own.", citations: [] },
    ...sources.map(({ n }) => ({ text: "A sentence.", citations: [n] })),
  ];
  return { answerId: "ans", verdict, mode: "extractive", thread: "", nearest: [], sources, sentences };
}

const step = { type: "step", id: "save", number: 1, title: "Save", text: "Save it." };
const judge = createJudge({
  articles: [{ id: "crm/connect", sections: [{ id: "five-steps", blocks: [step] }] }],
} as unknown as Knowledge); // no more of it is read
const outcome = (asked: Question, answered: Answer) => judge(asked, answered).outcome;

describe("an answer", () => {
  it("is right when it begins with the right article and cites a section that must answer, or a step of it", () => {
    expect(outcome(question("crm/connect#five-steps"), answers("answered", "crm/connect#five-steps"))).toBe("right");
    expect(outcome(question("crm/connect#five-steps"), answers("partial", "crm/connect#save", "crm/x"))).toBe("right");
    expect(outcome(question("crm/a", "crm/connect#top"), answers("answered", "crm/connect"))).toBe("right");
    expect(outcome(question("crm/connect#top"), answers("answered", "crm/connect#y", "crm/connect"))).toBe("right");
  });

  it("of the right article is told apart from one of another article, and from none", () => {
    expect(outcome(question("crm/connect#top"), answers("answered", "crm/connect#five-steps"))).toBe("section");
    expect(outcome(question("crm/connect#top"), answers("answered", "crm/other", "crm/connect"))).toBe("article");
    expect(outcome(question("crm/connect#top"), answers("answered"))).toBe("article");
    expect(outcome(question("crm/connect#top"), answers("unanswered"))).toBe("silent");
  });

  it("to what the articles leave open is false, except from a section that says where to turn", () => {
    expect(outcome(question("none"), answers("unanswered"))).toBe("right");
    expect(outcome(question("none"), answers("partial", "crm/connect"))).toBe("false");
    expect(outcome(question("none", "hub/not-here#top"), answers("answered", "hub/not-here"))).toBe("right");
    expect(outcome(question("none", "hub/not-here#top"), answers("answered", "hub/not-here", "crm/x"))).toBe("false");
  });
});

describe("what is told of a build", () => {
  const judged = (asked: Question, answered: Answer) => ({ file: "questions.yaml", judged: [judge(asked, answered)] });

  it("is nothing where every question is answered as the writers say", () => {
    expect(tellMisses(judged(question("none"), answers("unanswered")))).toBe("");
  });

  it("names the question, what must answer, what did, and which of the two changed", () => {
    const asked = judged({ ...question("crm/connect#top"), page: "crm/map" }, answers("partial", "crm/other#x"));
    const changes = changedArticles(
      { articles: ["crm/connect", "crm/gone", "crm/same"].map((id) => ({ id, contentHash: "a" })) },
      {
        articles: ["crm/connect", "crm/new", "crm/same"].map((id) => ({
          id,
          contentHash: id === "crm/same" ? "a" : "b",
        })),
      },
    );
    expect(tellMisses(asked, { changes })).toBe(
      [
        "Not answered as the writers say: 1 of 1 questions.",
        "questions.yaml:7 “how do i connect” on crm/map",
        "  must be: crm/connect#top",
        "  was: crm/other#x (in part)",
        "  since the build before: crm/connect changed",
      ].join("\n"),
    );
  });

  it("names every change where the question's own articles stayed as they were", () => {
    const before = { articles: [{ id: "crm/gone", contentHash: "a" }] };
    const changes = changedArticles(before, { articles: [{ id: "crm/new", contentHash: "b" }] });
    const told = tellMisses(judged(question("none", "crm/connect"), answers("answered", "crm/other")), { changes });
    expect(told).toContain("must be: not answered, or crm/connect\n");
    expect(told).toContain("since the build before: crm/new is new, crm/gone is gone");
    const many = Array.from({ length: 6 }, (_, index) => ({ article: `crm/a${index}`, what: "new" as const }));
    expect(tellMisses(judged(question("crm/connect"), answers("unanswered")), { changes: many })).toContain(
      "6 articles changed",
    );
  });

  it("says nothing of changes where the build before says none, and where nothing changed", () => {
    const now = { articles: [{ id: "crm/connect", contentHash: "a" }] };
    expect(changedArticles(null, now)).toEqual([]);
    expect(changedArticles(now, now)).toEqual([]);
    const told = tellMisses(judged(question("crm/connect"), answers("unanswered")));
    expect(told).toMatch(/was: not answered$/);
  });

  it("counts what is no news, and what is too much, and says where the rest is", () => {
    const misses = [7, 8, 9].map((line) => judge({ ...question("crm/connect"), line }, answers("unanswered")));
    const asked = { file: "questions.yaml", judged: misses };
    const linesOf = (told: string) => told.match(/(?<=questions\.yaml:)\d+/g);
    const news = tellMisses(asked, { isNews: ({ question: { line } }) => line > 7 });
    expect(news).toContain("3 of 3 questions. npm run eval:hub lists all.\n");
    expect(linesOf(news)).toEqual(["8", "9"]);
    expect(linesOf(tellMisses(asked, { atMost: 1 }))).toEqual(["7"]);
    expect(tellMisses(asked)).not.toContain("lists all");
  });
});

describe("the goal", () => {
  const many = (count: number, asked: Question, answered: Answer) =>
    Array.from({ length: count }, () => judge(asked, answered));
  const right = many(95, question("crm/connect#top"), answers("answered", "crm/connect#five-steps"));
  const silent = many(30, question("none"), answers("unanswered"));

  it("is the right article in 95 of 100 answers, and one false answer in 30", () => {
    const wrong = many(5, question("crm/connect"), answers("unanswered"));
    const oneFalse = many(1, question("none"), answers("partial", "crm/connect"));
    expect(tellShortfall([...right, ...wrong, ...silent.slice(1), ...oneFalse])).toBeNull();
  });

  it("is missed by one more of either", () => {
    const wrong = many(6, question("crm/connect"), answers("answered", "crm/other"));
    expect(tellShortfall([...right, ...wrong, ...silent])).toContain("95 of 101 answers");
    const twoFalse = many(2, question("none"), answers("partial", "crm/connect"));
    expect(tellShortfall([...right, ...silent.slice(2), ...twoFalse])).toContain(
      "0 of 30 open questions are answered and 2 in part",
    );
  });

  it("is held, and for right articles more than it: what is reached, less two of 313", () => {
    const wrong = many(5, question("crm/connect"), answers("answered", "crm/other"));
    expect(tellFall([...right, ...silent])).toBeNull();
    expect(tellShortfall([...right, ...wrong, ...silent])).toBeNull();
    expect(tellFall([...right, ...wrong, ...silent])).toContain("95 right articles");
    const open = many(2, question("none"), answers("partial", "crm/connect"));
    expect(tellFall([...right, ...silent.slice(2), ...open])).toContain(
      "0 of 30 open questions are answered and 2 in part",
    );
  });
});
