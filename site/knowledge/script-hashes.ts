import { createHash } from "node:crypto";
import { attribute, findAll, type Page } from "./dom.ts";

const RUN_AS_SCRIPT = new Set(["", "module", "text/javascript"]);

/** `'sha256-…'` of each inline script that a browser would run, as `script-src` wants it. */
export function hashScripts(page: Page): string[] {
  const scripts = findAll((element) => element.name === "script" && !("src" in element.attribs), page);
  const run = scripts.filter((script) => RUN_AS_SCRIPT.has(attribute(script, "type") ?? ""));
  const hashes = run.map((script) => {
    const text = script.children.map((child) => ("data" in child ? child.data : "")).join("");
    return `'sha256-${createHash("sha256").update(text).digest("base64")}'`;
  });
  return [...new Set(hashes)];
}
