import { describe, expect, it } from "vitest";
import { speakIn } from "#content/words.ts";
import { markOwnWords } from "#site/articles/own-words.ts";

const inArabic = (html: string, article: string): string =>
  speakIn({ language: "ar", locale: "ar", says: new Map() }, () => markOwnWords(html, article));

const STEP = `<span class="num" data-pagefind-ignore>1</span><b data-pagefind-ignore>عندما ينجح:</b><p>Text.</p>`;

describe("what the interface says in an article", () => {
  it("is marked as the page's own where the article stands in for its translation, and runs its way but on the rail", () => {
    expect(inArabic(STEP, "en")).toBe(
      `<span class="num" data-pagefind-ignore lang="ar">1</span><b data-pagefind-ignore lang="ar" dir="rtl">عندما ينجح:</b><p>Text.</p>`,
    );
  });

  it("is marked where a part of it does", () => {
    const part = `<div class="flow" lang="en" dir="ltr"><b data-pagefind-ignore>عندما ينجح:</b></div>`;
    expect(inArabic(part, "ar")).toContain(`<b data-pagefind-ignore lang="ar" dir="rtl">`);
  });

  it("needs no mark where all is in one language", () => {
    expect(inArabic(STEP, "ar")).toBe(STEP);
  });
});
