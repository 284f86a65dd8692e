import type { KnowledgeArticle } from "#content/knowledge.ts";
import { describe, expect, it } from "vitest";
import { decide } from "#server/features/ask/decide.ts";
import { createKnowledge } from "#server/knowledge/knowledge-index.ts";
import { prose, sampleArticle } from "#test/fakes/knowledge.ts";

const notes = (...texts: string[]) =>
  texts.map((text, at) => sampleArticle(`syncing/a${at}`, `Notes ${"abcdef"[at]}`, { "": prose(text) }));

const ask = (question: string, ...texts: string[]) => askOf(question, notes(...texts));

function askOf(question: string, articles: KnowledgeArticle[]) {
  const knowledge = createKnowledge({ version: 1, glossary: [], articles });
  const found = knowledge.search(question, { exactQuotes: false, limit: 30 });
  const { verdict, passages, lacks } = decide(question, found, knowledge.passages.length);
  return { verdict, lacks, said: passages.map(({ passage }) => passage.text) };
}

const OLD = "Release 7.5.8 fixes the login problem.";
const NEW = "Release 8.5.7 fixes the logout problem.";

describe("a version or code in a question is one word", () => {
  it.each([
    ["What does release 8.5.7 fix?", OLD, "8.5.7"],
    ["Which login problem does release 8.5.7 fix?", OLD, "8.5.7"],
    ["Does release v8.5.7 fix the login problem?", OLD, "8.5.7"],
    ["Is the login problem fixed in release 1.2?", "Release 2.1 fixes the login problem of 12 pages.", "1.2"],
    [
      "What causes error E-1001 at login?",
      "Error F-1001 at login is caused by a wrong password. Choice E is another.",
      "E-1001",
    ],
    [
      "Is CVE-2015-0235 fixed in the login page?",
      "CVE-2014-0235 is fixed in the login page since 2015.",
      "CVE-2015-0235",
    ],
    [
      "What does login error GRANT_INVALID mean?",
      "The login error INVALID_GRANT means an old password.",
      "GRANT_INVALID",
    ],
  ])("%s is not answered by what another one is", (question, text, code) => {
    const { verdict, lacks } = ask(question, text);
    expect(verdict).not.toBe("answered");
    expect(lacks).toEqual(verdict === "partial" ? [code] : []);
  });

  it.each([
    ["What does release 7.5.8 fix?", OLD],
    ["What does release v7.5.8 fix?", OLD],
    ["What does release 7.5 fix?", OLD],
    ["Which login problem does release 2.1 fix?", "Release v2.1 fixes the login problem."],
    ["What causes error F-1001 at login?", "Error F-1001 at login is caused by a wrong password."],
    ["What causes error HTTP-404 at login?", "Error HTTP 404 at login is caused by a wrong password."],
    ["Is CVE-2015-0235 fixed in the login page?", "CVE-2015-0235 is fixed in the login page."],
    ["What does login error invalid_grant mean?", "The login error INVALID_GRANT means an old password."],
  ])("%s is answered by what it is", (question, text) => {
    expect(ask(question, text)).toMatchObject({ verdict: "answered", lacks: [], said: [text] });
  });

  it("is answered from what names it alone, whatever others say of other ones", () => {
    for (const texts of [
      [OLD, NEW],
      [NEW, OLD],
    ])
      expect(ask("What does release 8.5.7 fix?", ...texts).said).toEqual([NEW]);
  });

  it("is named by the article that is about it, whichever of its passages answers", () => {
    const question = "ERR_OLD_LEAD: the lead was converted, what happens to the lead now?";
    const about = (keywords: string[]) =>
      sampleArticle(
        "syncing/lead",
        "A lead was converted",
        { "": prose("A converted lead stays as it is now.") },
        { keywords },
      );
    expect(askOf(question, [about(["ERR_OLD_LEAD"])])).toMatchObject({ verdict: "partial", lacks: [] });
    expect(askOf(question, [about([])])).toMatchObject({ verdict: "partial", lacks: ["ERR_OLD_LEAD"] });
  });

  it("says of two what the articles lack", () => {
    const { verdict, lacks, said } = ask("login problem release 7.5.8 9.9.9", OLD, NEW);
    expect([lacks, said]).toEqual([["9.9.9"], [OLD]]);
    expect(verdict).toBe("partial");
  });
});
