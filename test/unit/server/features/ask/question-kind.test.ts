import { describe, expect, it } from "vitest";
import { fitsKind, kindOfQuestion } from "#server/features/ask/question-kind.ts";

describe("what is asked", () => {
  it.each([
    ["how long does the approval take", "time"],
    ["Wie lange dauert die Freigabe?", "time"],
    ["wie viele CRMs gibt es", "number"],
    ["Warum fehlen Kontakte?", "why"],
    ["wo finde ich den Reiter", "where"],
    ["Wie verbinde ich HubSpot?", "how"],
    ["Was bewirkt das?", "what"],
    ["kann ich das ändern", "whether"],
    ["it was the wrong account", "other"],
    ["kontakte fehlen", "other"],
  ])("by “%s” is a %s", (question, kind) => {
    expect(kindOfQuestion(question)).toBe(kind);
  });
});

it("a sentence has what is asked for, in German too", () => {
  expect(fitsKind("time", "Das dauert ein bis zwei Arbeitstage.")).toBe(1);
  expect(fitsKind("time", "Der Lead ist gesperrt.")).toBe(-1);
  expect(fitsKind("why", "Sie fehlen, weil Do nothing gewählt ist.")).toBe(1);
});
