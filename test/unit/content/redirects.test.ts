import { writeFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { formatMistakes } from "#content/mistakes.ts";
import { checkRedirects, readRedirects } from "#content/redirects.ts";
import { freshFolder } from "#test/support/fresh-folder.ts";

const dir = freshFolder("redirects");

const faultOf = (address: string) => (address.startsWith("/new/") ? null : `"${address}" leads nowhere`);
/** What is said of a redirects.yaml, one a line, without the file's name. */
function says(text: string): string[] {
  writeFileSync(path.join(dir, "redirects.yaml"), text);
  const source = readRedirects(dir);
  const mistakes = formatMistakes([...source.mistakes, ...checkRedirects(source, faultOf)]);
  return mistakes.split("\n").map((line) => line.replace(/^.*redirects\.yaml:/, ""));
}

describe("redirects.yaml", () => {
  test("may be missing, empty, or lead to pages, sections and other sites", () => {
    expect(readRedirects(path.join(dir, "none")).redirects).toEqual([]);
    expect(says("# nothing yet\n")).toEqual([""]);
    expect(says('"/a/": "/new/"\n/b: /new/#part\n"/c": https://example.com\n')).toEqual([""]);
  });

  test("names line and address of what is no address", () => {
    const [first, second, third, fourth] = says("old/: /new/\n/b/: ftp://x\n/c?x=1: /new/\n/d/: //evil.example/\n");
    expect(first).toMatch(/^1 old\/: use the old address as it stood behind the host/);
    expect(second).toMatch(/^2 \/b\/: use an address of this hub/);
    expect(third).toMatch(/^3 \/c\?x=1: use the old address/);
    expect(fourth).toMatch(/^4 \/d\/: use an address of this hub/);
    expect(says("/a%: /new/\n")[0]).toMatch(/^1 \/a%: use the old address/);
    expect(says("- /a/\n")[0]).toMatch(/^1 /);
    expect(says('/a/: "/new/\n')[0]).toMatch(/^\d /);
  });

  test("has an address once, whatever its end", () => {
    expect(says("/a/: /new/\n/a: /new/\n")).toEqual([
      "2 /a: stands here twice: with a slash at its end and without it is the same address",
    ]);
  });

  test("goes nowhere in circles", () => {
    expect(says("/a/: /a\n")).toEqual(["1 /a/: leads to itself: take the line out"]);
    expect(says("/a/: /b/\n/b/: /c/#x\n/c/: /a\n")).toEqual([
      "1 /a/: leads in a circle: /a/ → /b/ → /c/#x → /a",
      "2 /b/: leads in a circle: /b/ → /c/#x → /a → /b/",
      "3 /c/: leads in a circle: /c/ → /a → /b/ → /c/#x",
    ]);
  });

  test("goes there at once, and says where that is", () => {
    expect(says("/a/: /b/\n/b/: /c/\n/c/: /new/\n")).toEqual([
      "1 /a/: leads to /b/, which is redirected itself: write /new/",
      "2 /b/: leads to /c/, which is redirected itself: write /new/",
    ]);
    expect(says("/x/: /a/\n/a/: /b/\n/b/: /a/\n")[0]).toMatch(/^1 \/x\/: leads to \/a\/, which is redirected itself/);
  });

  test("leads to what is there", () => {
    expect(says("/a/: /gone/\n")).toEqual(['1 /a/: "/gone/" leads nowhere']);
  });
});
