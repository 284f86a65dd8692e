import { expect, test } from "vitest";
import { splitArticle } from "#content/split-article.ts";

test("an article is its first lines and the text below them", () => {
  expect(splitArticle("---\ntitle: A\norder: 1\n---\n\nText\n\n---\n\nMore")).toEqual({
    head: "title: A\norder: 1",
    body: "\n\nText\n\n---\n\nMore",
  });
});

test("lines may end as they do on Windows", () => {
  expect(splitArticle("---\r\ntitle: A\r\n---\r\nText")).toEqual({ head: "title: A", body: "\r\nText" });
});

test.each(["Text\n---\ntitle: A\n---\n", "---\ntitle: A\n", " ---\ntitle: A\n---\n"])(
  "text alone has no first lines: %j",
  (mdx) => expect(splitArticle(mdx)).toEqual({ head: null, body: mdx }),
);
