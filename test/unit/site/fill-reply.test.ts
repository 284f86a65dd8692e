import { expect, test } from "vitest";
import { fillReply } from "#site/desk/fill-reply.ts";

const values = { name: "Dana", reference: "RF-1", article: "Connect: https://x/", product: "Acme", agent: "Mara" };
const nobody = { ...values, name: "" };

test("variables become what they stand for, however they are spaced, and once", () => {
  const body = "Hello {{name}}, about {{ reference }}: {{article}}. {{agent}}, {{product}}";
  expect(fillReply(body, values)).toBe("Hello Dana, about RF-1: Connect: https://x/. Mara, Acme");
  expect(fillReply("{{name}}", { ...values, name: "{{agent}}" })).toBe("{{agent}}");
});

test("a name that is not there leaves no hole", () => {
  expect(fillReply("Hello {{name}},\nsee below.", nobody)).toBe("Hello,\nsee below.");
  expect(fillReply("{{name}}, thank you.", nobody)).toBe("Thank you.");
  expect(fillReply("Dear {{name}}! Thank you, {{name}}.", nobody)).toBe("Dear! Thank you.");
});
