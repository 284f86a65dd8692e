import { expect, test } from "vitest";
import { escapeMarkdown } from "#server/outbox/channels/escape-markdown.ts";
import { findMarkup, readMarkdown } from "#test/fakes/rendered-markdown.ts";

test.each([
  "*bold* _it_ __b__ ~no~ ~~no~~ `code` ``two``",
  "[a](https://evil.example) ![b](https://evil.example/x.png) [c][d]\n\n[d]: https://evil.example",
  "<script>alert(1)</script> <b>x</b> <https://evil.example> &lt;b&gt; &#60; &amp;",
  "# a\n## b\n> c\n- d\n+ e\n* f\n1. g\n23) h\n---\n***\n- [x] task",
  "heading\n===\nheading\n---",
  "a | b\n:- | -:\nc | d",
  "a\n:-\nb",
  "a\n|-|\nb",
  "```js\ncode\n```\n~~~\ncode\n~~~",
  "a[^1]\n\n[^1]: a footnote",
])("%j is read as it was typed, and nothing of it is markup", (typed) => {
  expect(findMarkup(typed)).not.toEqual([]);
  const escaped = escapeMarkdown(typed);
  expect(findMarkup(escaped)).toEqual([]);
  expect(readMarkdown(escaped)).toBe(typed);
});

test("what is indented stays so, and is no code", () => {
  const escaped = escapeMarkdown("a\n\n    b\n\t- c\r\n  # d");
  expect(findMarkup(escaped)).toEqual([]);
  expect(readMarkdown(escaped)).toBe("a\n\n\u00a0\u00a0\u00a0\u00a0b\n\u00a0\u00a0\u00a0\u00a0- c\n\u00a0\u00a0# d");
});

test("plain words, dates and addresses are left as they are", () => {
  const plain = "It's 5-6% (on 2026-11-23, at 9.30): https://app.example.com/a_b?c=1&d=2~x #1! sam_b@example.com";
  expect(escapeMarkdown(plain)).toBe(plain);
});

test("a backslash is one", () => {
  const typed = String.raw`C:\_new\*.txt \[x](https://evil.example)`;
  expect(readMarkdown(escapeMarkdown(typed))).toBe(typed);
});
