import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { hashInlineScripts, pagePolicy } from "#server/static/csp.ts";

const hashOf = (text: string) => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;

test("inline scripts are hashed as they stand; files and data are not", () => {
  const html = `<script>a()</script><script type="module">\n b() \n</script><SCRIPT type='text/javascript'>c()</SCRIPT>
    <script src="/x.js"></script><script type="application/ld+json">{"a":1}</script><script>a()</script>`;
  expect(hashInlineScripts(html)).toEqual([hashOf("a()"), hashOf("\n b() \n"), hashOf("c()")]);
});

test("a policy allows nothing inline, and WebAssembly only where asked", () => {
  expect(pagePolicy()).not.toMatch(/unsafe/);
  expect(pagePolicy([], { wasm: true })).toContain("script-src 'self' 'wasm-unsafe-eval'");
  expect(pagePolicy(["'sha256-x'"])).toContain("script-src 'self' 'sha256-x'");
});
