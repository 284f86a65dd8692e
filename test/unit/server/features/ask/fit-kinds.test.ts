import { describe, expect, it } from "vitest";
import type { KnowledgeBlock } from "#content/knowledge.ts";
import { fitKinds } from "#server/features/ask/fit-kinds.ts";
import { splitPassages } from "#server/knowledge/split-passages.ts";
import { prose, sampleArticle } from "#test/fakes/knowledge.ts";

const trouble: KnowledgeBlock = {
  type: "troubleshoot",
  id: "never",
  symptom: "A referral never qualifies",
  cause: "It was skipped.",
  fix: "Update it.",
  verify: "It qualifies.",
};
const step: KnowledgeBlock = { type: "step", id: "move", number: 1, title: "Move a deal", text: "Move one." };
const article = sampleArticle("crm/qualify", "Qualify", {
  "": [trouble, step, ...prose("A referral qualifies by its stage.")],
});
/** As near to one another as kinds may decide. */
const found = splitPassages(article).map((passage, at) => ({
  passage,
  score: 1 - at / 20,
  features: { stems: 0, written: 0, heading: 0, pairs: 0, cover: 1 },
}));
const kindsFor = (question: string) => fitKinds(question, found).map(({ passage }) => passage.kind);

describe("what comes first of nearly equal passages", () => {
  it.each(["How does a referral qualify by its stage?", "Wie qualifiziert sich eine Empfehlung?"])(
    "is what explains it for “%s”",
    (question) => {
      expect(kindsFor(question)[0]).toBe("prose");
    },
  );

  it("is the step for who does it", () => {
    expect(kindsFor("How do I move a deal?")[0]).toBe("step");
    expect(kindsFor("Wie verschiebe ich einen Deal?")[0]).toBe("step");
  });

  it.each(["it does not qualify, what now", "which one is INVALID_SESSION_ID", "was tun bei Fehler 429, welche Phase"])(
    "is what helps for who is in trouble: “%s”",
    (question) => {
      expect(kindsFor(question)[0]).toBe("troubleshoot");
    },
  );

  it.each(["How long do I have to move a deal?", "Wie lange habe ich, um einen Deal zu verschieben?"])(
    "is what says how long for “%s”",
    (question) => {
      const says = { ...step, expect: "Moved in 2 minutes." };
      const both = splitPassages(sampleArticle("crm/move", "Move", { "": [step, says] }));
      const ranked = both
        .filter(({ kind }) => kind === "step")
        .map((passage, at) => ({ ...found[0]!, passage, score: 1 - at / 20 }));
      expect(fitKinds(question, ranked)[0]?.passage.text).toContain("2 minutes");
      expect(fitKinds("How do I move a deal?", ranked)[0]?.passage.text).not.toContain("2 minutes");
    },
  );

  it("is no trouble for who counts", () => {
    expect(kindsFor("which of 500 leads qualify")[0]).toBe("step");
  });
});
