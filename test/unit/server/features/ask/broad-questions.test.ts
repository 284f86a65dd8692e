import { expect, it } from "vitest";
import type { KnowledgeBlock } from "#content/knowledge.ts";
import { createKnowledge } from "#server/knowledge/knowledge-index.ts";
import { prose, sampleArticle, sampleKnowledge } from "#test/fakes/knowledge.ts";
import { write } from "#test/support/quotes.ts";

const trouble: KnowledgeBlock = {
  type: "troubleshoot",
  id: "six",
  symptom: "ServiceTitan shows that a field is empty",
  cause: "One of the six fields has nothing in it, so no contacts can sync.",
  fix: "Fill all six in.",
  verify: "The message is gone.",
};
const article = sampleArticle("syncing/contacts", "Contacts do not sync", {
  "": prose(
    "Contacts do not sync, told in short.",
    "Most people who are missing were skipped on purpose: the CRM knew them already. Nothing failed, so no error appears anywhere.",
    "See the status page.",
  ),
  "Nobody arrives": [trouble, ...prose("Contacts sync again after two hours when they do not sync at night.")],
});
const others = ["one", "two", "three", "four"].map((name) =>
  sampleArticle(`other/${name}`, `Invoices, part ${name}`, {
    "": prose(`An invoice is sent each month, part ${name}.`),
  }),
);
const index = createKnowledge({ ...sampleKnowledge, articles: [...others, article] });
const answer = (question: string) => write(index, question).pieces.map(({ text }) => text);

it.each(["contacts not syncing", "why do contacts not sync", "my contacts do not sync"])(
  "tells who asks no more than a title how the article begins: “%s”",
  (question) => {
    expect(answer(question)).toEqual([
      "Most people who are missing were skipped on purpose: the CRM knew them already. Nothing failed, so no error appears anywhere.",
    ]);
  },
);

it("answers who asks more from the section that says it", () => {
  expect(answer("contacts do not sync, servicetitan shows an empty field")[0]).toBe(trouble.cause);
});

it("answers who asks for a detail with the sentence that has it", () => {
  expect(answer("how long do contacts not sync").join(" ")).toContain("two hours");
});

it("tells who only names what a section is about how that begins", () => {
  expect(answer("nobody arrives")).toEqual(["Contacts sync again after two hours when they do not sync at night."]);
});

it("takes a short title for the name of an article, before what only mentions its words", () => {
  const named = sampleArticle(
    "syncing/known",
    "What happens to people you know",
    { "": prose("They are updated or skipped, as you choose.") },
    { short: "Existing contacts" },
  );
  const hub = createKnowledge({
    ...sampleKnowledge,
    articles: [
      ...others,
      article,
      named,
      sampleArticle("other/stage", "Stages", { "": prose("Existing contacts are existing contacts.") }),
    ],
  });
  expect(write(hub, "existing contacts").pieces.map(({ text }) => text)).toEqual([
    "They are updated or skipped, as you choose.",
  ]);
});

it("tells who asks a title, word for word, how its article begins, whatever it asks for", () => {
  const owner = sampleArticle("syncing/owner", "Decide who owns a contact before you connect", {
    "": prose("Nobody has decided it, as a rule."),
    "Who owns it": prose("A contact is owned by Ann Miller, who made the contact."),
  });
  const hub = createKnowledge({ ...sampleKnowledge, articles: [...others, owner] });
  expect(write(hub, "who owns a contact").pieces.map(({ text }) => text)).toEqual([
    "Nobody has decided it, as a rule.",
  ]);
});

it("begins the article whose title says it all, before a passage of another one whose headings say nothing of it", () => {
  const known = sampleArticle("syncing/known", "What happens in the end to people who are known", {
    "": prose("They are updated or skipped, as you choose: it is a setting."),
  });
  const stage = sampleArticle("other/stage", "People", {
    Later: prose("A stage is for known people. Other people have none."),
  });
  const hub = createKnowledge({ ...sampleKnowledge, articles: [...others, known, stage] });
  expect(write(hub, "what happens to known people").pieces[0]?.text).toMatch(/^They are updated/);
});

it("begins such an article before a single step of another one, where it is asked what the product does", () => {
  const step: KnowledgeBlock = {
    type: "step",
    id: "keep",
    number: 1,
    title: "Send it, and keep the link",
    text: "The link is yours to keep.",
  };
  const keeps = sampleArticle("hub/keeps", "What we keep of people who come", {
    "": prose("Little, and not for long, and nobody else has it."),
  });
  const steps = sampleArticle("other/steps", "Keeping a link", { "First steps": [step] });
  const hub = createKnowledge({ ...sampleKnowledge, articles: [...others, keeps, steps] });
  expect(write(hub, "what do you keep about me").pieces[0]?.text).toMatch(/^Little/);
  expect(write(hub, "how do I keep the link").pieces[0]?.text).toMatch(/^1\. Send it/);
});
