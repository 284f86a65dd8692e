import { expect, it } from "vitest";
import { recogniseRemark } from "#server/features/ask/recognise.ts";

it.each([
  ["Hello!", "greeting"],
  ["good morning", "greeting"],
  ["ok, thanks a lot", "thanks"],
  ["I want to talk to a person", "person"],
  ["can I speak with a real human please", "person"],
  ["human", "person"],
  ["Are you a bot?", "self"],
  ["what can you do?", "self"],
  ["this is fucking useless", "abuse"],
  ["You are so stupid!!", "abuse"],
  ["this stupid CRM tab is missing", null],
  ["hello, my contacts do not sync", null],
  ["How do I connect a person's CRM?", null],
  ["thanks page does not open", null],
])("takes %j for %s", (text, remark) => {
  expect(recogniseRemark(text)).toBe(remark);
});
