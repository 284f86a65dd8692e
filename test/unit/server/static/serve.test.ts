import { describe, expect, test } from "vitest";
import { isImmutable } from "#server/static/build.ts";
import { pickEncoding, readPath } from "#server/static/serve.ts";

describe("the encoding of an answer", () => {
  const twin = Buffer.from("x");
  const file = { br: twin, gzip: twin };

  test.each([
    ["gzip, deflate, br, zstd", "br"],
    ["gzip", "gzip"],
    ["br;q=0, gzip;q=0.5", "gzip"],
    ["BR", "br"],
    ["*", "br"],
    ["*;q=0", undefined],
    ["br;q=0.000", undefined],
    ["identity", undefined],
    ["", undefined],
    [undefined, undefined],
  ])("for %j is %s", (header, encoding) => {
    expect(pickEncoding(header, file)).toBe(encoding);
  });

  test("is none where no twin was written", () => {
    expect(pickEncoding("br, gzip", { br: undefined, gzip: undefined })).toBeUndefined();
    expect(pickEncoding("br, gzip", { br: undefined, gzip: twin })).toBe("gzip");
  });

  test("is known soon, however many spaces are in the header", () => {
    const began = performance.now();
    expect(pickEncoding(`x${" ".repeat(100_000)}y, br ; q=0 , gzip`, file)).toBe("gzip");
    expect(performance.now() - began).toBeLessThan(500);
  });
});

describe("a path", () => {
  test("is decoded once", () => {
    expect(readPath("http://h/a%20b/%C3%A9")).toBe("/a b/é");
    expect(readPath("http://h/%252e%252e/x")).toBe("/%2e%2e/x");
  });
  test.each(["/a%2fb", "/a%5Cb", "/a%00", "/%", "/%zz", "/%c3"])("%s is refused", (path) => {
    expect(() => readPath(`http://h${path}`)).toThrow(expect.objectContaining({ code: "bad_request" }));
  });
});

test("a picture of a page never changes under its name; the standard one may", () => {
  expect(isImmutable("/social/16415d509cde8794036a.png")).toBe(true);
  for (const name of ["/social.png", "/social/logo.png"]) expect(isImmutable(name)).toBe(false);
});
