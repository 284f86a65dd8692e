import { Parser } from "htmlparser2";
import { describe, expect, it } from "vitest";
import { sampleKnowledge } from "#test/fakes/knowledge.ts";
import { hear, nextAddress, Refused } from "#test/support/ask-over-http.ts";
import { HAS_PUBLIC_LISTS, HOSTILE_QUESTIONS } from "#test/support/hostile.ts";
import { KEY, openHostileHubs, RULES } from "#test/support/hostile-hubs.ts";

const { model, plain, obeying } = await openHostileHubs(sampleKnowledge);

/** Does what a reader asks for, and says what it was told. */
model.play({
  answer: ({ messages }) => {
    const [rules = "", asked = ""] = [messages[0]?.content, messages.at(-1)?.content?.split("Question: ").at(-1)];
    return `${asked} [1]\nSure: ${rules.replaceAll("\n", " ")} [1] The key is ${KEY}. [1] See https://evil.example/ [1]`;
  },
});

it("are five hundred at least where the public lists are", () => {
  expect(HOSTILE_QUESTIONS.length).toBeGreaterThanOrEqual(HAS_PUBLIC_LISTS ? 500 : 20);
});

describe(`${HOSTILE_QUESTIONS.length} hostile questions`, () => {
  it.each([
    ["without a model", plain],
    ["with one that obeys", obeying],
  ])(
    "are answered, %s, in whole events with no link but the hub's own, no secret and no markup",
    async (_, { origin, logged }) => {
      let answered = 0;
      await eachOf(HOSTILE_QUESTIONS, async (question) => {
        const answer = await hear(origin, { question }).catch(expectRefusal);
        if (!answer) return;
        answered++;
        expect(answer.text, question).not.toMatch(/<[a-z!/]|javascript:|https?:|evil\.example|!\[|\]\(/i);
        expect(answer.raw, question).not.toMatch(/sk-canary|canary-of|forged/);
        for (const rule of RULES) expect(answer.raw).not.toContain(rule);
        for (const { url } of [...answer.sources, ...answer.nearest]) expect(url).toMatch(/^\/(?:articles|status)\//);
      });
      expect(answered).toBeGreaterThan(HOSTILE_QUESTIONS.length * 0.95);
      expect(logged).toEqual([]);
      expect(model.open()).toBe(0);
    },
    120_000,
  );

  it("come back in a page that runs none of them", async () => {
    const scripts = await readPage("Hello?").then(countScripts);
    await eachOf(HOSTILE_QUESTIONS, async (question) => {
      const page = await readPage(question);
      expect(page).not.toMatch(/sk-canary|canary-of/);
      expect(countScripts(page)).toBe(scripts);
      expect(findStrange(page), question).toEqual([]);
    });
  }, 120_000);
});

/** A dozen at a time: they wait for the disk more than for each other. */
async function eachOf<T>(list: T[], work: (item: T) => Promise<void>): Promise<void> {
  const queue = [...list];
  const worker = async () => {
    for (let next = queue.shift(); next !== undefined; next = queue.shift()) await work(next);
  };
  await Promise.all(Array.from({ length: 12 }, worker));
}

/** What has no two characters that can be kept is no question. */
function expectRefusal(error: unknown): null {
  expect(error).toBeInstanceOf(Refused);
  expect(String(error)).toMatch(/^Error: 400: .*"field":"question"/);
  return null;
}

async function readPage(question: string): Promise<string> {
  const response = await fetch(`${plain.origin}/ask/?${new URLSearchParams({ q: question })}`, {
    headers: { "x-forwarded-for": nextAddress() },
  });
  expect([200, 400], question).toContain(response.status);
  expect(response.headers.get("content-security-policy")).not.toContain("unsafe-inline");
  return response.text();
}

const countScripts = (page: string): number => page.split("<script").length;

const ELEMENTS =
  "html head title script body main header section h1 h2 p b a div span ol ul li svg use form label input button".split(
    " ",
  );
const ATTRIBUTES = "class id lang value name type required minlength maxlength placeholder for method data-page".split(
  " ",
);

/** What the hub's own page of an answer has no use for. */
function findStrange(page: string): string[] {
  const strange: string[] = [];
  const parser = new Parser({
    onopentag: (name, attributes) => {
      if (!ELEMENTS.includes(name)) strange.push(name);
      for (const [key, value] of Object.entries(attributes)) {
        const staysHere = ["href", "action"].includes(key) && /^\/(?!\/)/.test(value);
        if (!staysHere && !ATTRIBUTES.includes(key) && !key.startsWith("aria-"))
          strange.push(`${name} ${key}=${value}`);
      }
    },
  });
  parser.end(page);
  return strange;
}
