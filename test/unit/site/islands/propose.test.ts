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
    entry({ kind: "search", ref: "tenant id", title: "Nach „tenant id“ gesucht" }),
    entry({ kind: "answer", title: "Gefragt „Wo ist „es“?“: nicht in den Artikeln", question: "Wo ist „es“?" }),
    entry({ kind: "step", title: "Step 1 worked: Open", state: "done" }),
  ];
  expect(proposeFields(nowhere, tried)).toEqual({ subject: "Wo ist „es“?" });
  expect(proposeFields(nowhere, tried.slice(0, 1))).toEqual({ subject: "tenant id" });
  expect(proposeFields({ ...nowhere, article }, tried.slice(2))).toEqual({ topicId: "syncing" });
  const failed = entry({ kind: "check", title: "Checked HubSpot: Failed.", state: "failed" });
  expect(proposeFields(nowhere, [...tried, failed]).subject).toBe("Checked HubSpot: Failed.");
});

test("a person who was looked up, and a set of questions, are what did not help; a check that found all well is not", () => {
  const trace = entry({ kind: "trace", title: "Traced ada@example.com as a lead in HubSpot: Would be passed over." });
  const diagnosis = entry({ kind: "diagnosis", title: "“Where do they stop?”: In HubSpot" });
  const well = entry({ kind: "check", title: "Checked HubSpot: Working.", state: "done" });
  const odd = entry({ kind: "check", title: "Checked HubSpot: Look at it." });
  expect(proposeFields(nowhere, [diagnosis, well]).subject).toBe(diagnosis.title);
  expect(proposeFields(nowhere, [diagnosis, trace, well]).subject).toBe(trace.title);
  expect(proposeFields(nowhere, [trace, odd]).subject).toBe(odd.title);
  expect(proposeFields(nowhere, [well])).toEqual({});
});

test("an article to learn from has no topic: what was read before it says it", () => {
  const learn = { id: "learn/test-before-you-invite-anyone", title: "Test", url: "/learn/x/" };
  const read = [entry({ ref: "qualifying/six-ways" }), entry({ ref: article.id }), entry({ ref: learn.id })];
  expect(proposeFields({ ...nowhere, article: learn }, read)).toEqual({ topicId: "syncing" });
  expect(proposeFields({ ...nowhere, article: learn }, [entry({ kind: "search", ref: "a/b" })])).toEqual({
    subject: "a/b",
  });
});

test("a long subject is cut between letters", () => {
  const { subject = "" } = proposeFields({ ...nowhere, question: "😀".repeat(200) }, []);
  expect(Array.from(subject)).toHaveLength(120);
  expect(subject.endsWith("😀…")).toBe(true);
});
