import { writeFileSync } from "node:fs";
import path from "node:path";
import { beforeEach, describe, expect, it } from "vitest";
import { formatMistakes } from "#content/mistakes.ts";
import { readQuestions } from "#content/questions.ts";
import type { KnowledgeArticle } from "#content/knowledge.ts";
import { checkQuestionArticles, checkQuestionSections } from "#site/knowledge/check-questions.ts";
import { readSources } from "#site/knowledge/read-sources.ts";
import { freshFolder } from "#test/support/fresh-folder.ts";

let dir: string;
beforeEach(() => {
  dir = freshFolder("questions");
});

const write = (...lines: string[]) => writeFileSync(path.join(dir, "questions.yaml"), lines.join("\n"));
const short = (text: string) => text.replaceAll(`${path.relative(process.cwd(), dir)}/`, "");

describe("questions as written", () => {
  const mistakes = () => short(formatMistakes(readSources(dir).mistakes));

  it("are read with the line of each; one answer, several, or none", () => {
    write("- ask: How?", "  answer: crm/connect#top", "", "- ask: How much?", "  answer: [none, crm/connect]");
    expect(mistakes()).toBe("");
    expect(readQuestions(dir).questions).toEqual([
      { ask: "How?", answer: ["crm/connect#top"], line: 1 },
      { ask: "How much?", answer: ["none", "crm/connect"], line: 4 },
    ]);
  });

  it("need not be there", () => {
    expect(readQuestions(dir)).toMatchObject({ questions: [], mistakes: [] });
    write("# none yet");
    expect(readQuestions(dir)).toMatchObject({ questions: [], mistakes: [] });
  });

  it("fail for an answer that is neither a section nor none, at its line", () => {
    write("- ask: How?", "  answer: crm/connect", "- ask: When?", "  answer: [none, Some article]");
    expect(mistakes()).toBe("questions.yaml:4 1.answer.1: use <topic>/<slug>#<anchor>, or none");
  });

  it("fail for a field that nobody knows, and for one that is missing", () => {
    write("- ask: How?", "  anwser: none");
    expect(mistakes()).toBe(
      [
        "questions.yaml:1 0.answer.0: use <topic>/<slug>#<anchor>, or none",
        "questions.yaml:2 0.anwser: there is no such field; there are ask, answer, page",
      ].join("\n"),
    );
    write("ask: How?");
    expect(mistakes()).toBe("questions.yaml:1 write a list: each begins with “- ask:”");
  });

  it("fail for a question that stands there twice, unless another page is open", () => {
    write("- ask: How?", "  answer: none", "- ask: How?", "  page: crm/connect", "  answer: none");
    expect(mistakes()).toBe("");
    write("- ask: How?", "  answer: none", "- ask: How?", "  answer: crm/connect");
    expect(mistakes()).toBe("questions.yaml:3 1.ask: stands here twice");
  });
});

describe("questions and the articles that must answer", () => {
  const step = { type: "step", id: "save", number: 1, title: "Save", text: "Save it." } as const;
  const sections = [
    { id: "", blocks: [{ type: "prose", text: "All of it." }] },
    { id: "five-steps", blocks: [step] },
  ];
  const articles = [{ id: "crm/connect", sections }] as unknown as KnowledgeArticle[]; // no more of it is read
  const mistakes = () => {
    const questions = readQuestions(dir);
    const wrong = [
      ...checkQuestionArticles(questions, new Set(articles.map(({ id }) => id))),
      ...checkQuestionSections(questions, articles),
    ];
    return short(formatMistakes(wrong));
  };

  it("pass where article, section, step and beginning are there", () => {
    const answers = "[crm/connect, crm/connect#top, crm/connect#five-steps, crm/connect#save, none]";
    write("- ask: How?", `  answer: ${answers}`, "  page: crm/connect");
    expect(mistakes()).toBe("");
  });

  it("fail for an article or a section that is not there, with file and line, and with what may have been meant", () => {
    const lines = ["- ask: How?", "  answer: [crm/conect, crm/connect#five-step]", "- ask: When?"];
    write(...lines, "  answer: crm/connect#later", "  page: other/other");
    expect(mistakes()).toBe(
      [
        'questions.yaml:1 there is no article "crm/conect": the nearest is "crm/connect"',
        'questions.yaml:1 "crm/connect" has no text under "#five-step": the nearest is "#five-steps"',
        'questions.yaml:3 there is no article "other/other": write it, or take the question out',
        'questions.yaml:3 "crm/connect" has no text under "#later": it has #top, #five-steps, #save',
      ].join("\n"),
    );
  });
});
