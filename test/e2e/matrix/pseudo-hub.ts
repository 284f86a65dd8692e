import { globSync, readFileSync } from "node:fs";
import path from "node:path";
import type { Page } from "@playwright/test";
import { buildHub } from "#test/support/build-hub.ts";
import { hasEnglish, PSEUDO } from "#test/support/pseudo/pseudo-text.ts";
import { writePseudoHub } from "#test/support/pseudo/write-pseudo-hub.ts";
import { serveHub, type ServedHub } from "#test/support/served-hub.ts";
import { test as base } from "../support.ts";

const FOLDER = path.resolve(".cache/pseudo");
export const CONTENT = path.join(FOLDER, "content");
export const BUILDS = path.join(FOLDER, "builds");
const BUILT_WITHIN_MS = 300_000;

/** The hub in a language that is read from the right; what changed since the last build is built. */
export const test = base.extend<object, { pseudoHub: ServedHub }>({
  pseudoHub: [
    // Playwright reads what a fixture needs from this pattern
    // eslint-disable-next-line no-empty-pattern
    async ({}, use) => {
      await writePseudoHub(CONTENT);
      buildHub(CONTENT, BUILDS);
      const hub = await serveHub({ SPAM_PROOF: "off", BUILDS_DIR: BUILDS }, { from: CONTENT });
      await use(hub);
      await hub.stop();
    },
    { scope: "worker", timeout: BUILT_WITHIN_MS },
  ],
  baseURL: async ({ pseudoHub }, use) => use(pseudoHub.url),
});
export { expect } from "../support.ts";

/** The address of every page that was built in the pseudo-locale. */
export function listPseudoPages(): string[] {
  const build = path.join(BUILDS, readFileSync(path.join(BUILDS, "current"), "utf8").trim(), "public");
  return globSync(`${PSEUDO}/**/index.html`, { cwd: build })
    .map((file) => `/${file.replace(/index\.html$/, "")}`)
    .sort();
}

/** Names are the same in every language; a city's is the browser's. */
const NAMES = new RegExp(
  [
    ...["Referral Factory", "Handrail", "HubSpot", "Salesforce", "Intercom", "ServiceTitan", "Zoho", "Pipedrive"],
    ...[
      "monday.com",
      "CC BY 4.0",
      "CRM",
      "Ctrl [A-Z]",
      String.raw`[\w.-]+@[\w.-]+`,
      String.raw`https?://\S+`,
      "“[^”]*”",
    ],
    ...[
      String.raw`Chrome \d+|Linux|\w+/\w+`,
      "[A-Z]{2,}[-_][A-Z0-9_-]+",
      "Johannesburg",
      "[0-9a-f]{8}",
      "PNG|JPEG|WebP|PDF|UTF-8",
      "cal.example.com",
    ],
  ].join("|"),
  "g",
);

/** What a page says in plain English: its texts, seen or not yet, and names for those who hear it. Articles' own text is marked as theirs; `typed` is the reader's, `named` a CRM's. */
export async function findEnglish(page: Page, typed: string[] = [], named: string[] = []): Promise<string[]> {
  const said = await page.evaluate(() => {
    const { lang } = document.documentElement;
    const isOwn = (element: Element) =>
      element.closest("[lang]")?.getAttribute("lang") === lang &&
      !element.closest("script, style, template, code, pre, kbd, svg, title");
    const texts: string[] = [];
    const walker = document.createTreeWalker(document.documentElement, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const { parentElement: holder, textContent: text } = node;
      if (holder && text?.trim() && isOwn(holder)) texts.push(`${holder.tagName}.${holder.className}: ${text}`);
    }
    for (const name of ["aria-label", "aria-description", "placeholder", "title", "alt"])
      for (const element of document.querySelectorAll(`[${name}]`))
        if (isOwn(element)) texts.push(`@${name} ${element.getAttribute(name)}`);
    return texts;
  });
  const longestFirst = named.toSorted((a, b) => b.length - a.length);
  const bare = (text: string) =>
    longestFirst
      .reduce((rest, name) => rest.replaceAll(name, ""), text.replace(/^[A-Z0-9]+\.[^:]*:|^@[a-z-]+/, ""))
      .replace(NAMES, "");
  const isTyped = (text: string) => typed.some((words) => text.includes(words));
  return said.filter((text) => hasEnglish(bare(text)) && !isTyped(text));
}
