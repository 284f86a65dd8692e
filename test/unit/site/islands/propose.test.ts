import { expect, test } from "vitest";
import { proposeFields } from "#site/islands/escalate/propose.ts";
import type { TrailEntry } from "#site/islands/trail/trail.ts";

const at = "2026-11-23T08:50:00.000Z";
const entry = (more: Partial<TrailEntry>): TrailEntry => ({
  at,
  kind: "article",
  ref: "a",
  title: "Read “A”",
  ...more,
});
const nowhere = { article: null, step: null, question: null };
const article = { id: "syncing/contacts-not-syncing", title: "Contacts do not sync", url: "/articles/x/" };

test("a question that is handed over is message and subject, and the article says the topic", () => {
  expect(proposeFields({ ...nowhere, article, question: "Why?\n\nReally" }, [])).toEqual({
    message: "Why?\n\nReally",
    subject: "Why? Really",
    topicId: "syncing",
  });
});

test("a failed step comes before what else was tried", () => {
  const step = { id: "save", title: "Step 3 did not work: Save" };
  expect(proposeFields({ ...nowhere, article, step }, [entry({ kind: "search", title: "Searched “x”" })]).subject).toBe(
    "Step 3 did not work: Save",
  );
});

test("else the subject is what was tried last and did not help; what worked is none", () => {
  const tried = [
    entry({ kind: "search", title: "Searched “tenant id”" }),
    entry({ kind: "answer", title: "Asked “Where is “it”?”: not in the articles" }),
    entry({ kind: "step", title: "Step 1 worked: Open", state: "done" }),
  ];
  expect(proposeFields(nowhere, tried)).toEqual({ subject: "Where is “it”?" });
  expect(proposeFields(nowhere, tried.slice(0, 1))).toEqual({ subject: "tenant id" });
  expect(proposeFields({ ...nowhere, article }, tried.slice(2))).toEqual({ topicId: "syncing" });
  const failed = entry({ kind: "check", title: "Checked HubSpot: Failed.", state: "failed" });
  expect(proposeFields(nowhere, [...tried, failed]).subject).toBe("Checked HubSpot: Failed.");
});

test("a long subject is cut between letters", () => {
  const { subject = "" } = proposeFields({ ...nowhere, question: "😀".repeat(200) }, []);
  expect(Array.from(subject)).toHaveLength(120);
  expect(subject.endsWith("😀…")).toBe(true);
});
