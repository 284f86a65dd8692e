import { describe, expect, test } from "vitest";
import {
  dropHeading,
  fitsQuery,
  followOption,
  mergeHits,
  readPagefindExcerpt,
  readServerExcerpt,
  type Hit,
} from "#site/islands/search/hits.ts";

const hit = (url: string, marked = "contacts"): Hit => ({
  title: url,
  language: "en",
  url,
  topic: "",
  minutes: null,
  sections: [{ heading: "", url, excerpt: [{ text: marked, marked: true }] }],
});
const server = (urls: string[], corrected: string | null = null) => ({
  query: "",
  corrected,
  nearest: [],
  hits: urls.map((url) => ({
    articleId: "a/b",
    title: url,
    language: "en",
    url,
    topic: "t",
    topicTitle: "T",
    excerpt: "",
    sections: [],
  })),
});
const urlsOf = (hits: Hit[]) => hits.map(({ url }) => url);

describe("excerpts", () => {
  test("become text with marked pieces, whatever HTML they are in", () => {
    expect(readPagefindExcerpt("if &lt;b&gt; &amp; <mark>contacts</mark> stay")).toEqual([
      { text: "if <b> & ", marked: false },
      { text: "contacts", marked: true },
      { text: " stay", marked: false },
    ]);
  });
  test("of the server are marked by control characters", () => {
    expect(readServerExcerpt("\u0002Contacts\u0003 stay")).toEqual([
      { text: "Contacts", marked: true },
      { text: " stay", marked: false },
    ]);
  });
});

describe("an excerpt that begins within its heading", () => {
  const excerptOf = (html: string, heading: string) =>
    dropHeading(readPagefindExcerpt(html), heading)
      .map(({ text, marked }) => (marked ? `*${text}*` : text))
      .join("");
  test("begins after it", () => {
    expect(excerptOf("<mark>HubSpot.</mark> <mark>HubSpot</mark> shows a list", "HubSpot")).toBe(
      "*HubSpot* shows a list",
    );
    expect(excerptOf("special about <mark>HubSpot.</mark> One contact", "What is special about HubSpot")).toBe(
      "One contact",
    );
    expect(excerptOf("does it <mark>take?</mark> Two days", "How long does it take?")).toBe("Two days");
  });
  test("stays whole when it does not", () => {
    expect(excerptOf("<mark>HubSpot</mark> refuses a second contact", "What is special about HubSpot")).toBe(
      "*HubSpot* refuses a second contact",
    );
  });
});

describe("what Pagefind matched", () => {
  test("fits when it begins like a word of the query, and not when it is a letter of it", () => {
    expect(fitsQuery(hit("/a", "syncs."), "contacts syncing")).toBe(true);
    expect(fitsQuery(hit("/a", "as"), "asdfgh")).toBe(false);
  });
  test("fits when nothing is shown: a keyword matched", () => {
    expect(fitsQuery({ ...hit("/a"), sections: [] }, "asdfgh")).toBe(true);
  });
});

describe("two searches become one list", () => {
  test("the server adds what the browser did not find, once, when that was little", () => {
    expect(urlsOf(mergeHits([hit("/a")], server(["/a", "/b"])))).toEqual(["/a", "/b"]);
  });
  test("the browser's list stays as it is when it is long enough", () => {
    expect(urlsOf(mergeHits([hit("/a"), hit("/b"), hit("/c")], server(["/d"])))).toEqual(["/a", "/b", "/c"]);
  });
  test("a corrected word makes the server's list the list", () => {
    expect(urlsOf(mergeHits([hit("/a"), hit("/b"), hit("/c")], server(["/d"], "contacts")))).toEqual(["/d"]);
  });
  test("the browser's list is all there is when the server is away", () => {
    expect(urlsOf(mergeHits([hit("/a")], null))).toEqual(["/a"]);
  });
});

describe("the line that the reader chose", () => {
  const withSection = { ...hit("/b"), sections: [{ heading: "Part", url: "/b#part", excerpt: [] }] };

  test("is the same one among the results that follow", () => {
    // 0 is "Ask", 1 "/a", 2 "/b", 3 "/b#part"
    expect(followOption([hit("/a"), withSection], [hit("/c"), withSection], 3)).toBe(3);
    expect(followOption([hit("/a"), withSection], [withSection, hit("/a")], 1)).toBe(3);
  });

  test("is the first where it is gone, and where none was chosen", () => {
    expect(followOption([hit("/a"), hit("/b")], [hit("/a")], 2)).toBe(0);
    expect(followOption([hit("/a")], [hit("/b"), hit("/a")], 0)).toBe(0);
  });
});
