import { describe, expect, test } from "vitest";
import { readEvents } from "#site/islands/read-events.ts";
import { citedInOrder } from "#server/features/ask/cited.values.ts";
import { copyText, linkOf, nameSource, personLink } from "#site/islands/ask/sources.ts";
import type { Turn } from "#site/islands/ask/thread.ts";

const source = (n: number, title: string, url = `/articles/a/b/#s${n}`) => ({
  n,
  articleId: "a/b",
  section: `s${n}`,
  title,
  url,
});
const turn: Turn = {
  key: "1",
  question: "Why?",
  state: "done",
  sources: [source(2, "Set up HubSpot › Existing contacts"), source(1, "Connect your CRM"), source(3, "Unread")],
  sentences: [
    { text: "It is skipped.", citations: [1, 2] },
    { text: "Nobody says more.", citations: [] },
  ],
};

async function collect(chunks: string[]) {
  const encoder = new TextEncoder();
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      for (const chunk of chunks) controller.enqueue(encoder.encode(chunk));
      controller.close();
    },
  });
  return Array.fromAsync(readEvents(body));
}

describe("an event stream", () => {
  test("is read whole however it is cut up", async () => {
    const text = 'event: sentence\ndata: {"text":"Grüße"}\n\n: still here\n\nevent: done\r\ndata: {}\r\n\r\n';
    const whole = await collect([text]);
    expect(whole).toEqual([
      { event: "sentence", data: { text: "Grüße" } },
      { event: "done", data: {} },
    ]);
    expect(await collect(text.split(""))).toEqual(whole);
  });
  test("that breaks off gives what was complete", async () => {
    expect(await collect(['event: sentence\ndata: {"text":"a"}\n\nevent: done\nda'])).toHaveLength(1);
  });
});

describe("sources", () => {
  test("are listed when a sentence cites them, and numbered as they come", () => {
    const sentences = [
      { text: "It waits.", citations: [4] },
      { text: "It is skipped.", citations: [2, 4] },
    ];
    const sources = [1, 2, 3, 4].map((n) => source(n, `Article ${n}`));
    expect(citedInOrder({ sources, sentences }).map(({ n, shown }) => [n, shown])).toEqual([
      [4, 1],
      [2, 2],
    ]);
    expect(copyText({ ...turn, sources, sentences }, "")).toMatch(
      /It waits\. \[1\]\nIt is skipped\. \[1\]\[2\]\n\n\[1\] Article 4.*\n\[2\] Article 2/,
    );
  });
  test("are named by section, then article", () => {
    expect(nameSource(source(1, "Set up HubSpot › Existing contacts"))).toEqual({
      section: "Existing contacts",
      article: "Set up HubSpot",
    });
    expect(nameSource(source(1, "Connect your CRM"))).toEqual({ section: "Connect your CRM", article: "" });
  });
  test("link to this hub and nowhere else", () => {
    for (const url of ["https://example.com/", "//example.com/", "javascript:alert(1)"])
      expect(linkOf(source(1, "x", url))).toBe("/");
  });
});

test("a copied answer says where each sentence is from", () => {
  expect(copyText(turn, "https://help.example.com")).toBe(
    [
      "Why?",
      "It is skipped. [1][2]\nNobody says more.",
      "[1] Connect your CRM: https://help.example.com/articles/a/b/#s1\n[2] Set up HubSpot › Existing contacts: https://help.example.com/articles/a/b/#s2",
    ].join("\n\n"),
  );
});

test("code in a copied answer stands as it is", () => {
  const sentences = [...turn.sentences, { text: "a\n  b", citations: [1], code: true as const }];
  expect(copyText({ ...turn, sentences }, "")).toContain("Nobody says more.\na\n  b\n\n");
});

test("a person is asked the same question about the same article", () => {
  expect(personLink("Why & how?", "a/b")).toBe("/contact/?article=a%2Fb&question=Why+%26+how%3F");
});
