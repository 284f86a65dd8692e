import { describe, expect, it } from "vitest";
import { numberPieces, STEP_MARK } from "#site/blocks/numbering.ts";
import { slugOf } from "#site/blocks/slug.ts";
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

  it("make an anchor of a title", () => {
    expect(slugOf("Sign in to your CRM")).toBe("sign-in-to-your-crm");
    expect(slugOf("“Do nothing”: it didn’t sync, café")).toBe("do-nothing-it-didnt-sync-cafe");
  });
});
