import { describe, expect, it } from "vitest";
import { numberPieces, STEP_MARK } from "#site/blocks/numbering.ts";
import { choiceOf } from "#site/blocks/choice.ts";
import { anchorOf, slugOf } from "#site/blocks/slug.ts";
import { splitOut } from "#site/blocks/split-out.ts";

describe("blocks", () => {
  it("number their pieces from 1, every mark of a piece alike", () => {
    const piece = `<li class="step">${STEP_MARK}, again ${STEP_MARK}</li>`;
    expect(numberPieces(`before${piece}${piece}`, '<li class="step"', STEP_MARK)).toBe(
      'before<li class="step">1, again 1</li><li class="step">2, again 2</li>',
    );
  });

  it("part a step's troubleshooting from its body, wherever it was written", () => {
    const trouble = (id: string) => `<details data-troubleshoot id="${id}"><summary>${id}</summary></details>`;
    const other = "<details><summary>Not trouble</summary></details>";
    expect(splitOut(`<p>One</p>${trouble("a")}<p>Two</p>${other}${trouble("b")}`, "data-troubleshoot")).toEqual({
      body: `<p>One</p><p>Two</p>${other}`,
      taken: trouble("a") + trouble("b"),
    });
  });

  it.each([
    ["Sign in to your CRM", "sign-in-to-your-crm"],
    ["“Do nothing”: it didn’t sync, café", "do-nothing-it-didnt-sync-cafe"],
    ["1️⃣ Größe ½", "1-große-1-2"],
    ["Откройте «Всё» й", "откройте-всё-й"],
    ["設定を開く（必須）", "設定を開く-必須"],
    ["한국어 설정", "한국어-설정"],
    ["हिन्दी में", "हिन्दी-में"],
    ["→ ✓", "u2192-u2713"],
    [" ", ""],
  ])("make an anchor of the title %s", (title, anchor) => {
    expect(anchorOf(title)).toBe(anchor);
  });

  it("make a name for an address of Latin letters alone", () => {
    expect(slugOf("“Do nothing”: it didn’t sync, café")).toBe("do-nothing-it-didnt-sync-cafe");
    expect(slugOf("API へようこそ")).toBe("api");
    expect(slugOf("設定を開く")).toBe("");
  });

  it("know a tab by its CRM or its label, of which no two are one", () => {
    const labels = ["C", "C++", "C#", "中文", "日本語", "→", "←"];
    expect(new Set(labels.map((label) => choiceOf(label))).size).toBe(labels.length);
    expect(choiceOf("In HubSpot", "hubspot")).toBe(choiceOf(" HubSpot"));
  });
});
